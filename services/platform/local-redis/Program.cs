using System.Runtime.InteropServices;
using Garnet;
using Microsoft.Extensions.Logging;
using SlaPlatform.LocalRedis;

if (!LocalRedisOptions.TryParse(args, out var options, out var error))
{
    Console.Error.WriteLine(error);
    return 2;
}

using var stop = new ManualResetEventSlim();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

// The server logs through this factory for as long as it lives.
using var logging = LoggerFactory.Create(static builder => builder.AddSimpleConsole(static console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
using var server = new GarnetServer(DurableGarnet.OptionsFor(options), logging);
server.Start();
Console.WriteLine($"ready on 127.0.0.1:{options.Port}, data in {options.DataDirectory}");
stop.Wait();
return 0;

void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Set();
}
