using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Importing;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
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

    // 160 KB each, 32 MB in all.
    [Fact]
    public async Task RecordFacts_LargeOnesNotAnswered_HoldsFewer()
    {
        const int Most = 201;
        var evidence = new FactBody { Excluded = new Excluded { Clause = "unknown", Evidence = new string('x', 160_000) } };
        var items = Enumerable.Range(0, 2 * Most).Select(i => new RecordFactsRequest { Item = ClockFixture.Telling($"tickets/missing-{i % 7}", evidence) }).ToList();
        var caller = new HeldAnswers<RecordFactsRequest, RecordFactsResponse>(items, Most);

        await clock.Services.GetRequiredService<FactStream>().Serve(caller, caller, new EmptyCallContext());

        Assert.Equal(Most, caller.MostHeld);
        Assert.Equal(items.Count, caller.Answers.Count);
    }

    [Fact]
    public async Task RecordFacts_IdsOfAnyLength_AreNotSentBack()
    {
        var item = ClockFixture.Telling(new string('t', 100_000), new FactBody { Resolved = new Resolved() });
        item.RequestId = new string('r', 100_000);
        var caller = new HeldAnswers<RecordFactsRequest, RecordFactsResponse>([new RecordFactsRequest { Item = item }], 1);

        await clock.Services.GetRequiredService<FactStream>().Serve(caller, caller, new EmptyCallContext());

        var answer = Assert.Single(caller.Answers);
        Assert.Equal(((int)StatusCode.InvalidArgument, "", ""), (answer.Status.Code, answer.RequestId, answer.Ticket));
        Assert.InRange(answer.CalculateSize(), 1, 10_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_CallerThatGoesAway_LeavesNothingUnderWay(bool import)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, TestContext.Current.CancellationToken);
        var name = (await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: TestContext.Current.CancellationToken)).Name;
        using var left = new CancellationTokenSource();
        var hold = host.Entitlements.Hold();
        var agreed = new FactBody { Actor = "ben", SeverityChanged = new SeverityChanged { VerifiedLevel = 2, Reason = "One user.", AgreedByContact = "accounts/xtm.gold/contacts/ana" } };
        var (imported, told) = (new UntakenAnswers<ImportTicketsResponse>(), new UntakenAnswers<RecordFactsResponse>());
        var serving = import
            ? host.Services.GetRequiredService<ImportStream>().Serve(
                new EndlessItems<ImportTicketsRequest>(new ImportTicketsRequest(), Imported.Ended()), imported, new EmptyCallContext(left.Token))
            : host.Services.GetRequiredService<FactStream>().Serve(
                new EndlessItems<RecordFactsRequest>(new RecordFactsRequest(), new RecordFactsRequest { Item = ClockFixture.Telling(name, agreed) }), told, new EmptyCallContext(left.Token));
        await Task.WhenAll(hold.Entered, import ? imported.Waiting : told.Waiting).WaitAsync(TestContext.Current.CancellationToken);

        await left.CancelAsync();
        for (var turns = 0; turns < 10_000 && !serving.IsCompleted; turns++)
        {
            await Task.Yield();
        }

        Assert.False(serving.IsCompleted);
        hold.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }
}
