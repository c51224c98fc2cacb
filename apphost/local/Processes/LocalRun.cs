using System.Globalization;
using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Processes;

/// <summary>One run of the topology: checks, start in the order of WaitFor and health, supervision, stop in reverse.</summary>
internal sealed class LocalRun(IReadOnlyList<Resource> resources, AppHostDescription description, HostSettings settings, RestartPolicy restarts, HostConsole console)
{
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly List<Supervisor> _started = [];
    private readonly List<Task<bool>> _kept = [];
    private readonly List<ReplicaFronts> _fronts = [];

    /// <summary>Runs until <paramref name="stop"/>, or until something cannot be started.</summary>
    /// <returns>The exit code: 0, or 1 if something failed.</returns>
    internal async Task<int> RunAsync(CancellationToken stop, CancellationToken abort)
    {
        console.Align(resources.Select(static r => r.Replicas == 1 ? r.Name : $"{r.Name}-{r.Replicas}"));
        console.Tell(description.Mode());
        console.Tell($"data in {settings.DataDirectory}; Ctrl+C stops everything");
        if (PortConflict.Find(resources) is { } conflict)
        {
            console.Alarm(conflict);
            return 1;
        }

        using var claim = DataDirectoryClaim.TryTake(settings.DataDirectory);
        if (claim is null)
        {
            console.Alarm($"The data directory {settings.DataDirectory} is used by another AppHost: stop that one, or choose another with --data-dir DIR.");
            return 1;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sound = await RunToEndAsync(ending, stop);
        console.Tell("stopping");
        await ending.CancelAsync();
        await StopAllAsync(abort);
        console.Tell("stopped");
        return sound ? 0 : 1;
    }

    private async Task<bool> RunToEndAsync(CancellationTokenSource ending, CancellationToken stop)
    {
        try
        {
            var began = _time.GetTimestamp();
            await StartAllAsync(ending);
            TellReady(_time.GetElapsedTime(began));
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return !_kept.Exists(static k => k.IsCompletedSuccessfully && !k.Result);
        }
        catch (Exception e) when (e is LocalHostException or System.ComponentModel.Win32Exception)
        {
            console.Alarm(e.Message);
            return false;
        }
    }

    private async Task StartAllAsync(CancellationTokenSource ending)
    {
        var healthy = resources.ToDictionary(static r => r, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var starts = resources.Select(r => StartAsync(r, healthy, ending.Token)).ToList();
        while (starts.Count > 0)
        {
            var done = await Task.WhenAny(starts);
            starts.Remove(done);
            try
            {
                await done;
            }
            catch
            {
                await ending.CancelAsync(); // the first failure ends the other starts
                await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }
        }
    }

    private async Task StartAsync(Resource resource, Dictionary<Resource, TaskCompletionSource> healthy, CancellationToken stop)
    {
        foreach (var dependency in resource.Dependencies)
        {
            await healthy[dependency].Task.WaitAsync(stop);
        }

        if (resource.CommandOf(0) is not null)
        {
            await Task.WhenAll(Enumerable.Range(0, resource.Replicas).Select(replica => SuperviseAsync(resource, replica, stop)));
            OpenFronts(resource);
        }

        healthy[resource].SetResult();
    }

    private void OpenFronts(Resource resource)
    {
        if (resource.Endpoints.Where(static endpoint => endpoint.HasFront).ToList() is not { Count: > 0 } endpoints)
        {
            return;
        }

        var fronts = new ReplicaFronts(resource, endpoints, _time);
        lock (_started)
        {
            _fronts.Add(fronts);
        }

        console.Tell(string.Create(CultureInfo.InvariantCulture, $"{resource.Name} is served by {resource.Replicas} replicas{string.Concat(endpoints.Select(static e => $"  {e.Name} {e.Url}"))}"));
    }

    private async Task SuperviseAsync(Resource resource, int replica, CancellationToken stop)
    {
        var supervisor = new Supervisor(resource, replica, restarts, console, _time);
        lock (_started)
        {
            _started.Add(supervisor);
        }

        await supervisor.StartAsync(stop);
        lock (_started)
        {
            _kept.Add(supervisor.KeepRunningAsync(stop));
        }
    }

    private async Task StopAllAsync(CancellationToken abort)
    {
        // The restart loops end first, so that nothing is started behind the stop's back.
        await Task.WhenAll((IEnumerable<Task>)_kept).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _fronts.ForEach(static fronts => fronts.Close());
        foreach (var supervisor in Enumerable.Reverse(_started))
        {
            await supervisor.StopAsync(abort);
        }

        foreach (var fronts in _fronts)
        {
            await fronts.DisposeAsync();
        }
    }

    private void TellReady(TimeSpan took)
    {
        console.Tell(string.Create(CultureInfo.InvariantCulture, $"ready in {took.TotalSeconds:0.0} s{(description.NextCommands.Count > 0 ? "; try in another terminal:" : string.Empty)}"));
        foreach (var command in description.NextCommands)
        {
            console.Tell($"  {command}{settings.Ports.Option}");
        }
    }
}
