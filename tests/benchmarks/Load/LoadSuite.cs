using SlaPlatform.Benchmarks.Floor;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Load;

/// <summary>OpenTicket and RecordFact end to end beside the floor.</summary>
/// <param name="garnet">Whether over Garnet instead of redis-server.</param>
internal sealed class LoadSuite(bool garnet) : ISuite
{
    private const double RecordGoal = 0.6;
    private const double OpenGoal = 0.2;
    private static readonly int[] Levels = [1, 8, 64, 256];

    public string Name => garnet ? "load-garnet" : "load";

    public string Title => $"OpenTicket and RecordFact over gRPC, durable, on {(garnet ? "Garnet" : "redis-server")}";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        await using var redis = await (garnet ? RedisProcess.StartGarnetAsync() : RedisProcess.StartAsync());
        await using var platform = await Platform.StartAsync(redis);
        await using var floor = new HostProcess([typeof(FloorHost).Assembly.Location, FloorHost.Argument], [("ConnectionStrings:redis", redis.ConnectionString)], (Ports.Free(), Ports.Free()));
        await floor.ReadyAsync();
        using var channel = platform.Silos[0].Connect();
        using var floorChannel = floor.Connect();
        var caller = new TicketCaller([new SlaClockService.SlaClockServiceClient(channel)]);
        var bare = new FloorCaller(new SlaClockService.SlaClockServiceClient(floorChannel));
        await caller.PrepareAsync();

        var (warmUp, window) = (run.Choose(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5)), run.Choose(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1)));
        RunSettings.Say("  warming up");
        await caller.WarmUpAsync(run);
        await LoadRun.WarmUpAsync(64, run.Choose(10_000, 2_000), window * 5, bare.RecordAsync);

        var table = new Table("callers", "<call", "a second", "p50", "p99", "of the floor", "host's processor time a call");
        var shares = new List<(int Callers, double Open, double Record)>();
        foreach (var callers in Levels)
        {
            var least = await Measured(callers, floor, bare.RecordAsync);
            var open = await Measured(callers, platform.Silos[0], caller.OpenAsync);
            await caller.EnsureRoomAsync((int)(least.Result.PerSecond * (warmUp + window).TotalSeconds));

            var record = await Measured(callers, platform.Silos[0], caller.RecordAsync);
            shares.Add((callers, open.Result.PerSecond / least.Result.PerSecond, record.Result.PerSecond / least.Result.PerSecond));
            Add(table, callers, "floor", least, null);
            Add(table, callers, "RecordFact", record, shares[^1].Record);
            Add(table, callers, "OpenTicket", open, shares[^1].Open);
        }

        return new Section(Name, Title)
            .Add($"""
                {redis.Kind}, its data on the disk of the machine. All four hosts, the floor's host, Redis and the callers are processes of this one machine. Each caller makes one call
                after the other; the floor, OpenTicket and RecordFact take turns at each level ({window.TotalSeconds:0} s each after {warmUp.TotalSeconds:0.#} s that do not count and a common warm-up before).
                The floor is a host like ours whose only work is one RPUSH of the request. OpenTicket asks entitlements and triage, and the catalog's document is at hand;
                RecordFact goes to tickets of up to ten facts. Every answer's number of facts is checked.
                """)
            .Add(table)
            .Add(shares.Select(share => new Goal($"RecordFact at least 60 % of the floor at {share.Callers} callers", Figures.Percent(share.Record), share.Record >= RecordGoal))
                .Concat(shares.Select(share => new Goal($"OpenTicket at least 20 % of the floor at {share.Callers} callers", Figures.Percent(share.Open), share.Open >= OpenGoal))));

        async Task<(LoadResult Result, double Processor)> Measured(int callers, HostProcess host, Func<int, Task> call)
        {
            var before = (await host.AskAsync("metrics")).ProcessorSeconds;
            var result = await LoadRun.RunAsync(callers, warmUp, window, call);
            var used = (await host.AskAsync("metrics")).ProcessorSeconds - before;
            // The processor time includes the warm-up, at about the same rate.
            return (result, used / (result.PerSecond * (warmUp + window).TotalSeconds));
        }
    }

    private static void Add(Table table, int callers, string call, (LoadResult Result, double Processor) measured, double? share)
    {
        var (result, processor) = measured;
        RunSettings.Say($"  {callers} callers, {call}: {Figures.Count(result.PerSecond)} a second");
        table.Add(
            $"{callers}", call, Figures.Count(result.PerSecond), Figures.Time(result.P50), Figures.Time(result.P99),
            share is { } part ? Figures.Percent(part) : "", Figures.Nanoseconds(processor * 1e9));
    }
}
