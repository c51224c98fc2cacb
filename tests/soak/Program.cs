using SlaPlatform.Soak;
using SlaPlatform.Soak.Platform;

if (!SoakOptions.TryParse(args, out var options, out var error))
{
    Console.Error.WriteLine(error);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
await using var platform = new LocalPlatform(options, TimeProvider.System);
await platform.Start(stop.Token);
var report = await new SoakRun(options, platform, TimeProvider.System).Run(stop.Token);
Console.WriteLine(options.Json ? report.ToJson() : report.ToTable());
platform.KeepLogs = !report.IsClean;
if (platform.KeepLogs)
{
    Console.Error.WriteLine($"What the processes said is in {platform.DataDirectory}.");
}

return report.IsClean ? 0 : 1;
