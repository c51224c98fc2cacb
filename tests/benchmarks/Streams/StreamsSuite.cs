using SlaPlatform.Benchmarks.Floor;
using SlaPlatform.Benchmarks.Load;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Streams;

/// <summary>Imports and facts over one stream each, beside the calls that they stand for.</summary>
internal sealed class StreamsSuite : ISuite
{
    private const int Callers = 64;
    private const int FactsEach = 4;
    private const int WarmUpOneOf = 20;

    public string Name => "streams";

    public string Title => "Tickets of the past, and facts over a stream";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var tickets = run.Choose(100_000, 10_000);
        await using var redis = await RedisProcess.StartAsync();
        await using var platform = await Platform.StartAsync(redis);
        await using var floor = new HostProcess([typeof(FloorHost).Assembly.Location, FloorHost.Argument], [("ConnectionStrings:redis", redis.ConnectionString)], (Ports.Free(), Ports.Free()));
        await floor.ReadyAsync();
        using var floorChannel = floor.Connect();
        var bare = new SlaClockService.SlaClockServiceClient(floorChannel);
        var silo = platform.Silos[0];
        using var channel = silo.Connect();
        var client = new SlaClockService.SlaClockServiceClient(channel);
        var caller = new TicketCaller([client]);
        await caller.PrepareAsync();
        await silo.AskAsync("reset");

        var table = new Table("<what", "items", "a second", "host's processor time an item");
        var warmUp = tickets / WarmUpOneOf;
        await Import("import, warming up", 0, warmUp, repeat: false);
        var imported = await Import("import", warmUp, tickets, repeat: false);
        var resident = (await silo.AskAsync("heap")).HeapBytes;
        var again = await Import("the same import again", 0, tickets, repeat: true);
        var signals = (await silo.AskAsync("lateness")).Lateness.Length;

        var open = Enumerable.Range(0, tickets).Where(PastTickets.IsOpen).Select(PastTickets.IdOf).ToList();
        await Tell(bare, 1);
        var echo = await Measured("bare echo, one stream", FactsEach * open.Count, () => Tell(bare, FactsEach), floor);
        await Measured("RecordFacts, one stream, tickets not in memory", open.Count, () => Tell(client, 1));
        var stream = await Measured("RecordFacts, one stream", FactsEach * open.Count, () => Tell(client, FactsEach));
        var (window, pause) = (run.Choose(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(0.5));
        await LoadRun.RunAsync(Callers, pause, 2 * window, caller.OpenAsync);
        var calls = await LoadRun.RunAsync(Callers, pause, window, caller.RecordAsync);
        table.Add($"RecordFact, {Callers} callers", Figures.Count(calls.PerSecond * window.TotalSeconds), Figures.Count(calls.PerSecond), "");

        return new Section(Name, Title)
            .Add($"""
                {redis.Kind}. {Figures.Count(tickets)} generated tickets of half a year, one in five still open, 8 facts each with the opening (3 where open; 7 on average), in one stream; then the same stream again, all of
                it there already; then one fact and {FactsEach} more for each open ticket in a stream each, beside the same stream to a host that only echoes: RecordFacts does {Figures.Percent(stream / echo)} of that
                in items a second, durably. Signals raised by the imports: {signals}. The silo's heap after the import: {Figures.Bytes(resident)}.
                """)
            .Add(table)
            .Add([
                new Goal("No signal is raised for what was due before the import", $"{signals}", signals == 0),
                new Goal("RecordFacts takes thousands a second", Figures.Count(stream), stream >= 1000),
                new Goal($"One stream of facts is no slower than {Callers} callers", Figures.Ratio(stream / calls.PerSecond), stream >= calls.PerSecond),
                new Goal("An import is no slower than the facts that it saves", Figures.Ratio(7 * imported / stream), 7 * imported >= stream),
                new Goal("Running an import again is no slower than the import", Figures.Ratio(again / imported), again >= imported),
            ]);

        Task<double> Import(string what, int from, int to, bool repeat) => Measured(what, to - from, () => StreamCaller.RunAsync(
            client.ImportTickets(cancellationToken: cancellation),
            Enumerable.Range(from, to - from).Select(index => PastTickets.Of(index, tickets)),
            answer => Require(answer.Status.Code == 0 && answer.Repeat == repeat, answer)));

        Task<double> Tell(SlaClockService.SlaClockServiceClient to, int facts) => StreamCaller.RunAsync(to.RecordFacts(cancellationToken: cancellation), Facts(open, facts), Check);

        async Task<double> Measured(string what, int items, Func<Task<double>> load, HostProcess? other = null)
        {
            var host = other ?? silo;
            var before = (await host.AskAsync("metrics")).ProcessorSeconds;
            var rate = await load();
            var used = (await host.AskAsync("metrics")).ProcessorSeconds - before;
            RunSettings.Say($"  {what}: {Figures.Count(rate)} a second");
            table.Add(what, Figures.Count(items), Figures.Count(rate), Figures.Nanoseconds(used / items * 1e9));
            return rate;
        }
    }

    // All tickets get their first fact before any gets its second, as in life.
    private static IEnumerable<RecordFactsRequest> Facts(List<string> tickets, int each) =>
        from fact in Enumerable.Range(0, each)
        from ticket in tickets
        select new RecordFactsRequest { Item = TicketCaller.Request($"tickets/{ticket}", fact) };

    private static void Check(RecordFactsResponse answer) => Require(answer.Status.Code == 0 && !answer.Repeat, answer);

    private static void Require(bool good, object answer)
    {
        if (!good)
        {
            throw new InvalidOperationException($"Not what was expected: {answer}");
        }
    }
}
