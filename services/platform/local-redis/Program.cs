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
GarnetServer? server = null;
if (!StartWithin(RecoveryLimit.Of(options.DataDirectory)))
{
    Console.Error.WriteLine("The data were not read back in time; start the server again.");
    Environment.Exit(3);
}

Console.WriteLine($"ready on 127.0.0.1:{options.Port}, data in {options.DataDirectory}");
stop.Wait();
server?.Dispose();
return 0;

// Reading back after a crash hangs now and then and succeeds the next time: whoever started this process starts it again, as after any other failure.
bool StartWithin(TimeSpan limit)
{
    var starting = Task.Run(() =>
    {
        server = new GarnetServer(DurableGarnet.OptionsFor(options), logging);
        server.Start();
    });
    return starting.Wait(limit);
}

void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Set();
}
