using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Load;

/// <summary>Two silos against one.</summary>
internal sealed class SilosSuite : ISuite
{
    // Recording is several times as fast as opening.
    private const int MostFactsAnOpening = 6;
    private static readonly int[] Levels = [8, 64, 256];

    public string Name => "silos";

    public string Title => "Two silos against one";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var (warmUp, window) = (run.Choose(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5)), run.Choose(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1)));
        var found = new Dictionary<(int Silos, int Callers, string Call), LoadResult>();
        foreach (var silos in new[] { 1, 2 })
        {
            await using var redis = await RedisProcess.StartAsync();
            await using var platform = await Platform.StartAsync(redis, silos);
            var channels = platform.Silos.Select(silo => silo.Connect()).ToList();
            var caller = new TicketCaller([.. channels.Select(channel => new SlaClockService.SlaClockServiceClient(channel))]);
            await caller.PrepareAsync();
            await caller.WarmUpAsync(run);
            foreach (var callers in Levels)
            {
                var open = found[(silos, callers, "OpenTicket")] = await LoadRun.RunAsync(callers, warmUp, window, caller.OpenAsync);
                await caller.EnsureRoomAsync((int)(MostFactsAnOpening * open.PerSecond * (warmUp + window).TotalSeconds));
                found[(silos, callers, "RecordFact")] = await LoadRun.RunAsync(callers, warmUp, window, caller.RecordAsync);
            }

            channels.ForEach(channel => channel.Dispose());
        }

        var table = new Table("callers", "<call", "one silo, a second", "p99", "two silos, a second", "p99", "two to one");
        foreach (var callers in Levels)
        {
            foreach (var call in new[] { "RecordFact", "OpenTicket" })
            {
                var (one, two) = (found[(1, callers, call)], found[(2, callers, call)]);
                table.Add(
                    $"{callers}", call, Figures.Count(one.PerSecond), Figures.Time(one.P99), Figures.Count(two.PerSecond), Figures.Time(two.P99), Figures.Ratio(two.PerSecond / one.PerSecond));
            }
        }

        return new Section(Name, Title)
            .Add("""
                The calls of the load above, with half of the callers at each silo's endpoint, so that every other call goes on to the other silo. All processes share the
                machine: a second silo brings no second machine here, and what one sees is what the way between silos costs.
                """)
            .Add(table);
    }
}
