using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class RecordFactsTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordFacts_ManyOfFewTickets_KeepsTheOrderOfEachTicket()
    {
        var tickets = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add((await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel)).Name);
        }

        // A pause can only be resumed after it: any other order is refused.
        var items = Enumerable.Range(0, 200).Select(i => ClockFixture.Telling(
            tickets[i % tickets.Count],
            i / tickets.Count % 2 == 0 ? new FactBody { Paused = new Paused { Reason = $"step-{i}" } } : new FactBody { Resumed = new Resumed() })).ToList();

        var answers = await Told(items);

        Assert.All(answers, answer => Assert.Equal(0, answer.Status.Code));
        foreach (var ticket in tickets)
        {
            var told = answers.Where(answer => answer.Ticket == ticket).ToList();
            Assert.Equal(items.Where(item => item.Ticket == ticket).Select(item => item.RequestId), told.Select(answer => answer.RequestId));
            Assert.Equal(Enumerable.Range(2, 50).Select(etag => $"{etag}"), told.Select(answer => answer.Etag));
        }
    }

    [Fact]
    public async Task RecordFacts_RefusedFactAmongOthers_RefusesItAlone()
    {
        var ticket = (await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel)).Name;
        var resolved = ClockFixture.Telling(ticket, Imported.Resolved);

        var answers = await Told(
            [ClockFixture.Telling(ticket, new FactBody { Resumed = new Resumed() }), resolved, resolved, ClockFixture.Telling(ticket, new FactBody()), ClockFixture.Telling(ticket, new FactBody { Reopened = new Reopened() })]);

        Assert.Equal(
            [StatusCode.FailedPrecondition, StatusCode.OK, StatusCode.OK, StatusCode.InvalidArgument, StatusCode.OK],
            answers.Select(answer => (StatusCode)answer.Status.Code));
        Assert.Equal([false, false, true, false, false], answers.Select(answer => answer.Repeat));
        Assert.Equal("3", answers[^1].Etag);
    }

    [Fact]
    public async Task RecordFact_MoreThanATicketHolds_IsExhausted()
    {
        var full = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", [.. Enumerable.Range(1, 9_999).Select(i => (i / 60.0, new FactBody { CustomerReplied = new CustomerReplied() }))]);
        var name = Assert.Single(await Imported.ImportAsync(clock.Client, full)).Ticket;

        var refused = await Support.RefusedCall.OfAsync(clock.Client.RecordFactAsync(ClockFixture.Telling(name, Imported.Resolved), cancellationToken: Cancel));

        Assert.Equal((StatusCode.ResourceExhausted, ErrorReason.TooManyFacts), (refused.Code, refused.Reason));
        Assert.Equal(name, refused.Info.Metadata["resource"]);
    }

    [Fact]
    public async Task ImportTickets_MoreFactsThanATicketHolds_IsRefused()
    {
        var tooMany = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", [.. Enumerable.Range(1, 10_000).Select(i => (i / 60.0, new FactBody { CustomerReplied = new CustomerReplied() }))]);

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, tooMany));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.TooManyItems), ((StatusCode)answer.Status.Code, Imported.ReasonOf(answer)));
    }

    private async Task<List<RecordFactsResponse>> Told(IReadOnlyList<RecordFactRequest> items)
    {
        using var stream = clock.Client.RecordFacts(cancellationToken: Cancel);
        var answers = stream.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);
        foreach (var item in items)
        {
            await stream.RequestStream.WriteAsync(new RecordFactsRequest { Item = item }, Cancel);
        }

        await stream.RequestStream.CompleteAsync();
        return await answers;
    }
}
