using System.Diagnostics;
using SlaPlatform.Benchmarks.Probes;
using SlaPlatform.Benchmarks.Processes;

namespace SlaPlatform.Benchmarks.Holding;

/// <summary>One silo of the clock service that is crashed and started again on the same ports.</summary>
internal sealed class Silo(Platform platform) : IAsyncDisposable
{
    private const string ArmedTickets = "slaplatform.clocks.armed_tickets";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private HostProcess? process;

    public HostProcess Process => process ?? throw new InvalidOperationException("The silo is not started.");

    /// <summary>Starts it, after a crash if it runs.</summary>
    /// <param name="armed">How many timers it must have.</param>
    /// <returns>How long it took until it was ready, and until all timers were there.</returns>
    public async Task<(TimeSpan Ready, TimeSpan Armed)> StartAsync(long armed)
    {
        await CrashAsync();
        var watch = Stopwatch.StartNew();
        process = await platform.StartSiloAsync(process is null ? null : 0);
        var ready = watch.Elapsed;
        for (double found = -1; found != armed; await Task.Delay(Poll, TimeProvider.System))
        {
            found = (await Process.AskAsync("metrics")).Gauges.GetValueOrDefault(ArmedTickets, -1);
            if (watch.Elapsed > Limit)
            {
                throw new InvalidOperationException($"After {Limit.TotalSeconds} s the silo has {found} of {armed} timers.");
            }
        }

        return (ready, watch.Elapsed);
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public Task CrashAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>What it uses after a full collection.</summary>
    public Task<ProbeAnswer> MemoryAsync() => Process.AskAsync("heap");

    public ValueTask DisposeAsync() => platform.DisposeAsync();
}
