using System.Collections.Concurrent;
using SlaPlatform.Soak.Platform;

namespace SlaPlatform.Soak.Chaos;

/// <summary>Kills, stops and suspends silos and Redis, one at a time, and starts again what is down.</summary>
/// <param name="platform">What is disturbed.</param>
/// <param name="dice">Chooses.</param>
/// <param name="clock">Times the waits.</param>
internal sealed class Disturber(LocalPlatform platform, Random dice, TimeProvider clock)
{
    private static readonly TimeSpan ShortestQuiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestDown = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(12);

    /// <summary>How often what happened.</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new();

    /// <summary>What happens now; empty when nothing does.</summary>
    public string Now { get; private set; } = "";

    /// <summary>Disturbs until told to stop; then everything runs.</summary>
    public async Task Run(CancellationToken stop, CancellationToken cancellation)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Between(ShortestQuiet, LongestQuiet), clock, cancellation);
            await Disturb(cancellation);
            Now = "";
            await StartEnded(cancellation);
        }

        await StartEnded(cancellation);
    }

    private async Task Disturb(CancellationToken cancellation)
    {
        var silo = platform.Silos[dice.Next(platform.Silos.Count)];
        switch (dice.Next(10))
        {
            case < 3:
                await Restart(silo, "kill -9 silo", Signals.Kill, cancellation);
                break;
            case 3 or 4:
                await Restart(silo, "terminate silo", Signals.Terminate, cancellation);
                break;
            case 5 or 6:
                await Suspend(silo, "suspend silo", cancellation);
                break;
            case 7:
                await Restart(platform.Redis, "kill -9 redis", Signals.Kill, cancellation);
                break;
            case 8:
                await Restart(platform.Redis, "terminate redis", Signals.Terminate, cancellation);
                break;
            default:
                await Suspend(platform.Redis, "suspend redis", cancellation);
                break;
        }
    }

    private async Task Restart(ManagedProcess process, string what, int signal, CancellationToken cancellation)
    {
        Count(what, process);
        await process.End(signal, cancellation);
        await Task.Delay(Between(TimeSpan.Zero, LongestDown), clock, cancellation);
        await process.Start(cancellation);
    }

    // A silo that is evicted while it is suspended ends by itself afterwards.
    private async Task Suspend(ManagedProcess process, string what, CancellationToken cancellation)
    {
        Count(what, process);
        process.Signal(Signals.Stop);
        await Task.Delay(Between(TimeSpan.Zero, LongestSilence), clock, cancellation);
        process.Signal(Signals.Continue);
    }

    private async Task StartEnded(CancellationToken cancellation)
    {
        foreach (var process in platform.Silos.Append(platform.Redis).Where(process => process.HasEnded))
        {
            Count("ended by itself", process);
            await process.Start(cancellation);
        }
    }

    private void Count(string what, ManagedProcess process)
    {
        Counts.AddOrUpdate(what, 1, (_, count) => count + 1);
        Now = $"{what} ({process.Name})";
    }

    private TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * dice.NextDouble());
}
