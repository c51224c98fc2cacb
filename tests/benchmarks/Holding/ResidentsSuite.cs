using NodaTime;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Holding;

/// <summary>Ticket grains in memory.</summary>
internal sealed class ResidentsSuite : ISuite
{
    private const int Facts = 10;
    private const int Callers = 64;
    private const double MostBytes = 6_000;

    public string Name => "residents";

    public string Title => "Tickets of ten facts in memory";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var tickets = run.Choose(100_000, 10_000);
        await using var redis = await RedisProcess.StartAsync();
        await using var journals = await Journals.OpenAsync(redis, HeldTickets.Document);
        await using var silo = new Silo(Platform.ClockOnly(redis));
        var made = new HeldTickets(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), Facts);
        string[] ids = [.. Enumerable.Range(0, tickets).Select(_ => Guid.NewGuid().ToString())];
        await journals.FillAsync(tickets, number => made.Far(ids[number]));
        await silo.StartAsync(tickets);
        using var channel = silo.Process.Connect();
        var client = new SlaClockService.SlaClockServiceClient(channel);

        // The first reads compile code and fill pools; what they leave is no ticket's.
        var before = await ReadAsync(ids[..(tickets / 10)]);
        var after = await ReadAsync(ids[(tickets / 10)..]);
        var read = tickets - (tickets / 10);
        var heap = (double)(after.HeapBytes - before.HeapBytes) / read;
        return new Section(Name, Title)
            .Add("""
                Tickets written straight through the service's journal, each then read once over gRPC, so that its grain stands in memory. The difference of the silo's managed
                heap after a full collection, and of the memory that the system gives to it, for each grain more; its timer is not in it.
                """)
            .Add(new Table("grains", "heap a grain", "process a grain").Add(
                Figures.Count(read), Figures.Bytes(heap), Figures.Bytes((double)(after.ResidentBytes - before.ResidentBytes) / read)))
            .Add([new Goal("under 6 KB a resident grain with ten facts", Figures.Bytes(heap), heap < MostBytes)]);

        async Task<Probes.ProbeAnswer> ReadAsync(string[] part)
        {
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
            {
                for (var number = Interlocked.Increment(ref next); number < part.Length; number = Interlocked.Increment(ref next))
                {
                    var ticket = await client.GetTicketAsync(new GetTicketRequest { Name = $"tickets/{part[number]}" });
                    if (ticket.FactCount != Facts)
                    {
                        throw new InvalidOperationException($"{ticket.Name} has {ticket.FactCount} facts instead of {Facts}.");
                    }
                }
            }));
            return await silo.MemoryAsync();
        }
    }
}
