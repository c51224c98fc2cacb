using System.Runtime.InteropServices;
using Garnet;
using Microsoft.Extensions.Logging;
using SlaPlatform.LocalRedis;

if (!LocalRedisOptions.TryParse(args, out var options, out var error))
{
    Console.Error.WriteLine(error);
    return ExitCodes.WrongArguments;
}

using var stop = new ManualResetEventSlim();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

// The server logs through this factory for as long as it lives.
using var logging = LoggerFactory.Create(static builder => builder.AddSimpleConsole(static console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
var limit = options.RecoveryLimit ?? RecoveryLimit.Of(options.DataDirectory);
Console.WriteLine($"reading back what {options.DataDirectory} holds, for {limit.TotalSeconds:0} s at most");
GarnetServer? server = null;
switch (BoundedStart.Run(Start, limit, stop.WaitHandle))
{
    case StartOutcome.Stopped:
        // What is being read back is all on disk: nothing is lost by leaving it there.
        Environment.Exit(ExitCodes.Stopped);
        break;
    case StartOutcome.TooLong:
        // Reading back after a crash hangs now and then and succeeds the next time: whoever started this process starts it again, as after any other failure.
        Console.Error.WriteLine($"The data were not read back within {limit.TotalSeconds:0} s; start the server again, with a longer --recovery-limit where that is not enough.");
        Environment.Exit(ExitCodes.NotReadBack);
        break;
}

Console.WriteLine($"ready on 127.0.0.1:{options.Port}, data in {options.DataDirectory}");
stop.Wait();
server?.Dispose();
return ExitCodes.Stopped;

void Start()
{
    server = new GarnetServer(DurableGarnet.OptionsFor(options), logging);
    server.Start();
}

void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Set();
}
