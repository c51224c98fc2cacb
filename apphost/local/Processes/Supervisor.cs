using System.Globalization;
using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>Starts one replica, waits until it is healthy, starts it again when it exits by itself, and stops it.</summary>
internal sealed class Supervisor(Resource resource, int replica, RestartPolicy restarts, HostConsole console, TimeProvider time)
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_probeInterval = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private ChildProcess? _child;

    internal string Name { get; } = resource.Replicas == 1 ? resource.Name : string.Create(CultureInfo.InvariantCulture, $"{resource.Name}-{replica + 1}");

    /// <summary>Starts the replica and returns once it is healthy.</summary>
    /// <exception cref="LocalHostException">It exited, or was not healthy in time.</exception>
    internal async Task StartAsync(CancellationToken stop)
    {
        if (TakenPort() is { } taken)
        {
            throw new LocalHostException($"{Name} cannot listen on port {taken}: it is in use.");
        }

        var began = time.GetTimestamp();
        var child = Launch(stop);
        while (!await IsHealthyAsync(stop))
        {
            if (child.Exited.IsCompleted)
            {
                throw new LocalHostException($"{Name} exited with code {child.ExitCode} before it was healthy; its last lines above say why.");
            }

            if (time.GetElapsedTime(began) > s_startTimeout)
            {
                throw new LocalHostException($"{Name} was not healthy within {s_startTimeout.TotalSeconds:0} s; its last lines above may say why.");
            }

            await Task.WhenAny(child.Exited, Task.Delay(s_probeInterval, time, stop));
            stop.ThrowIfCancellationRequested();
        }

        console.Tell(string.Create(CultureInfo.InvariantCulture, $"{Name} is healthy{Addresses()} (pid {child.Id}, {time.GetElapsedTime(began).TotalSeconds:0.0} s)"));
    }

    /// <summary>Keeps the replica running until <paramref name="stop"/>; returns earlier, with false, when it is given up.</summary>
    internal async Task<bool> KeepRunningAsync(CancellationToken stop)
    {
        var inARow = 0;
        while (true)
        {
            var up = time.GetTimestamp();
            await _child!.Exited.WaitAsync(stop);
            console.Alarm($"{Name} exited with code {_child.ExitCode} although nobody stopped it");
            inARow = time.GetElapsedTime(up) > restarts.ForgiveAfter ? 0 : inARow;
            while (!await TryRestartAsync(++inARow, stop))
            {
                if (inARow >= restarts.MostRestarts)
                {
                    console.Alarm($"{Name} is given up after {restarts.MostRestarts} restarts in a row; the others keep running");
                    return false;
                }
            }
        }
    }

    internal async Task StopAsync(CancellationToken abort)
    {
        ChildProcess? child;
        lock (_lock)
        {
            child = _child;
        }

        if (child is not null)
        {
            await child.StopAsync(s_stopGrace, abort);
        }
    }

    private async Task<bool> TryRestartAsync(int restart, CancellationToken stop)
    {
        if (restart > restarts.MostRestarts)
        {
            return false;
        }

        var delay = restarts.DelayBefore(restart);
        console.Alarm(string.Create(CultureInfo.InvariantCulture, $"{Name} is restarted in {delay.TotalSeconds:0.##} s (restart {restart} of {restarts.MostRestarts})"));
        await Task.Delay(delay, time, stop);
        try
        {
            await StartAsync(stop);
            return true;
        }
        catch (LocalHostException e)
        {
            console.Alarm(e.Message);
            await StopAsync(stop);
            return false;
        }
    }

    private ChildProcess Launch(CancellationToken stop)
    {
        // Under the lock a stop either sees the child or prevents it.
        lock (_lock)
        {
            stop.ThrowIfCancellationRequested();
            return _child = ChildProcess.Start(resource.CommandOf(replica)!, line => console.Log(Name, line));
        }
    }

    private int? TakenPort() => resource.Endpoints.Select(e => (int?)e.PortOf(replica)).FirstOrDefault(port => !LocalPort.IsFree(port!.Value));

    private async Task<bool> IsHealthyAsync(CancellationToken stop)
    {
        foreach (var probe in resource.Probes)
        {
            if (await probe(replica, stop) != ProbeAnswer.Healthy)
            {
                return false;
            }
        }

        return true;
    }

    private string Addresses() => string.Concat(resource.Endpoints.Where(static e => !e.Name.StartsWith("orleans-", StringComparison.Ordinal)).Select(e => $"  {e.Name} {e.UrlOf(replica)}"));
}
