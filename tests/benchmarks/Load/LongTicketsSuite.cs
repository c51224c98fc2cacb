using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Benchmarks.Streams;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Load;

/// <summary>What a fact, and a first look, cost on tickets of ten facts and of ten thousand.</summary>
internal sealed class LongTicketsSuite : ISuite
{
    private const int Callers = 8;
    private const int MostFacts = 10_000;
    private const double SameCost = 1.5;

    public string Name => "long-tickets";

    public string Title => "Facts on long tickets";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var each = run.Choose(200, 50);
        await using var redis = await RedisProcess.StartAsync();
        await using var platform = await Platform.StartAsync(redis);
        using var channel = platform.Silos[0].Connect();
        var client = new SlaClockService.SlaClockServiceClient(channel);
        var caller = new TicketCaller([client]);
        await caller.PrepareAsync();
        await caller.WarmUpAsync(run);
        int[] lengths = [10, 100, 1_000, MostFacts - each];
        var groups = new Dictionary<int, string[]>();
        foreach (var length in lengths)
        {
            groups[length] = await MakeAsync(length);
        }

        string[] others = [.. (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MakeAsync(lengths[0])))).SelectMany(made => made)];
        var told = new Dictionary<int, (double Processor, LoadResult Result)>();
        foreach (var length in lengths)
        {
            told[length] = await RecordAsync(groups[length], length);
            RunSettings.Say($"  {Figures.Count(length)} facts: {Figures.Count(told[length].Result.PerSecond)} more a second");
        }

        await platform.Silos[0].KillAsync();
        var silo = await platform.StartSiloAsync(ofPort: 0);
        using var again = silo.Connect();
        var anew = new SlaClockService.SlaClockServiceClient(again);
        await LookAsync(anew, others, lengths[0]);
        var first = new Dictionary<int, TimeSpan>();
        foreach (var length in lengths)
        {
            first[length] = await LookAsync(anew, groups[length], length + each);
        }

        var table = new Table("facts before", "a second", "p50", "p99", "host's processor time a fact", "ratio", "first look after a restart, p50", "ratio");
        var (least, glance) = (told[lengths[0]].Processor, first[lengths[0]]);
        foreach (var length in lengths)
        {
            var (processor, result) = told[length];
            table.Add(
                Figures.Count(length), Figures.Count(result.PerSecond), Figures.Time(result.P50), Figures.Time(result.P99), Figures.Nanoseconds(processor * 1e9),
                Figures.Ratio(processor / least), Figures.Time(first[length]), Figures.Ratio(first[length] / glance));
        }

        var longest = lengths[^1];
        return new Section(Name, Title)
            .Add($"""
                {redis.Kind}. {Callers} tickets of each length, opened and told over gRPC; then one caller for each ticket records {each} facts more, one after the other, and the silo is started again and
                asked for each ticket once, after 64 others. A ratio is to the shortest tickets; the processor time includes what the collector takes.
                """)
            .Add(table)
            .Add([
                new Goal($"a fact costs the same at {Figures.Count(longest)} facts", Figures.Ratio(told[longest].Processor / least), told[longest].Processor <= SameCost * least),
                new Goal($"a first look costs the same at {Figures.Count(longest)} facts", Figures.Ratio(first[longest] / glance), first[longest] <= SameCost * glance),
            ]);

        async Task<string[]> MakeAsync(int facts)
        {
            var tickets = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async number => (await caller.OpenTicketAsync(number)).Name));
            await StreamCaller.RunAsync(
                client.RecordFacts(cancellationToken: cancellation),
                from fact in Enumerable.Range(1, facts - 1)
                from ticket in tickets
                select new RecordFactsRequest { Item = TicketCaller.Request(ticket, fact) },
                answer => Require(answer.Status.Code == 0, answer));
            return tickets;
        }

        async Task<(double Processor, LoadResult Result)> RecordAsync(string[] tickets, int facts)
        {
            var host = platform.Silos[0];
            var before = (await host.AskAsync("metrics")).ProcessorSeconds;
            var result = await LoadRun.CountAsync(Callers, each, async (number, call) =>
            {
                var ticket = await client.RecordFactAsync(TicketCaller.Request(tickets[number], facts + call));
                Require(ticket.FactCount == facts + call + 1, ticket.FactCount);
            });
            return (((await host.AskAsync("metrics")).ProcessorSeconds - before) / (Callers * each), result);
        }

        static async Task<TimeSpan> LookAsync(SlaClockService.SlaClockServiceClient client, string[] tickets, int facts)
        {
            var index = -1;
            return (await LoadRun.CountAsync(1, tickets.Length, async (_, _) =>
            {
                var ticket = await client.GetTicketAsync(new GetTicketRequest { Name = tickets[++index] });
                Require(ticket.FactCount == facts, ticket.FactCount);
            })).P50;
        }
    }

    private static void Require(bool good, object answer)
    {
        if (!good)
        {
            throw new InvalidOperationException($"Not what was expected: {answer}");
        }
    }
}
