using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Importing;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.Platform.Tests.Rpc;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Streams whose caller takes no answers: the service stops asking for more, and goes on when the answers are taken.</summary>
public sealed class StreamTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private const int MostImports = 256;
    private const int MostFacts = 1000;

    // One more is read before it is known that there is no room for it.
    [Fact]
    public async Task ImportTickets_AnswersNotTaken_HoldsSoManyAndNoMore()
    {
        var tickets = Enumerable.Range(0, MostImports + 50).Select(_ => Imported.Ended()).ToList();
        var caller = new HeldAnswers<ImportTicketsRequest, ImportTicketsResponse>(tickets, MostImports + 1);

        await clock.Services.GetRequiredService<ImportStream>().Serve(caller, caller, new EmptyCallContext());

        Assert.Equal(MostImports + 1, caller.MostHeld);
        Assert.Equal(tickets.Select(ticket => ticket.Open.RequestId), caller.Answers.Select(answer => answer.RequestId));
    }

    // 1.6 MB each, 32 MiB in all.
    [Fact]
    public async Task ImportTickets_LargeOnesNotAnswered_HoldsFewer()
    {
        const int Most = 20;
        var evidence = new FactBody { Excluded = new Excluded { Clause = "unknown", Evidence = new string('x', 16_000) } };
        var tickets = Enumerable.Range(0, 2 * Most)
            .Select(_ => Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", [.. Enumerable.Repeat((1.0, evidence), 100)])).ToList();
        var caller = new HeldAnswers<ImportTicketsRequest, ImportTicketsResponse>(tickets, Most);

        await clock.Services.GetRequiredService<ImportStream>().Serve(caller, caller, new EmptyCallContext());

        Assert.Equal(Most, caller.MostHeld);
        Assert.Equal(tickets.Count, caller.Answers.Count);
    }

    [Fact]
    public async Task RecordFacts_AnswersNotTaken_HoldsSoManyAndNoMore()
    {
        var items = Enumerable.Range(0, MostFacts + 50)
            .Select(i => new RecordFactsRequest { Item = ClockFixture.Telling($"tickets/missing-{i % 7}", new FactBody { AgentResponded = new AgentResponded() }) }).ToList();
        var caller = new HeldAnswers<RecordFactsRequest, RecordFactsResponse>(items, MostFacts + 1);

        await clock.Services.GetRequiredService<FactStream>().Serve(caller, caller, new EmptyCallContext());

        Assert.Equal(MostFacts + 1, caller.MostHeld);
        Assert.Equal(items.Count, caller.Answers.Count);
    }
}
