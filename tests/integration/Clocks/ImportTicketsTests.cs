using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class ImportTicketsTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportTickets_EndedTicket_StandsAsItsFactsSayAndRaisesNothing()
    {
        var ticket = Imported.Ended();

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal((0, $"tickets/{ticket.Open.TicketId}", ticket.Open.RequestId, false), (answer.Status.Code, answer.Ticket, answer.RequestId, answer.Repeat));
        var stored = await clock.Client.GetTicketAsync(new GetTicketRequest { Name = answer.Ticket }, cancellationToken: Cancel);
        Assert.Equal((TicketState.Closed, "4", null), (stored.State, stored.Etag, stored.NextWakeTime));
        Assert.Equal(MilestoneState.MetLate, stored.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution).State);
        var history = await clock.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = answer.Ticket }, cancellationToken: Cancel);
        Assert.All(history.Entries, entry => Assert.Equal(HistoryEntry.EntryOneofCase.Fact, entry.EntryCase));
        Assert.Equal(ticket.Facts.Select(fact => fact.EffectiveTime).Prepend(ticket.Open.EffectiveTime), history.Entries.Select(entry => entry.Fact.EffectiveTime));
        Assert.Equal("agent 7", history.Entries[1].Fact.Body.Actor);
        Assert.NotNull(history.Entries[0].Fact.Opened.SignalsFromTime);
    }

    [Fact]
    public async Task ImportTickets_TicketThatStillRuns_SignalsFromThenOn()
    {
        var ticket = Imported.Ticket("accounts/fast.seconds", "2025-03-03T09:00:00Z");
        ticket.Open.EffectiveTime = null;
        var token = (await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel)).ResumeToken;
        var old = Imported.Ticket("accounts/fast.seconds", "2025-03-03T09:00:00Z");
        await Imported.ImportAsync(clock.Client, old, ticket);
        using var watch = clock.Client.WatchTickets(
            new WatchTicketsRequest { ResumeToken = token, Filter = new WatchFilter { Tickets = { $"tickets/{ticket.Open.TicketId}", $"tickets/{old.Open.TicketId}" } } }, cancellationToken: Cancel);

        var events = new List<TicketEvent>();
        while (events.LastOrDefault()?.Signal?.Detail is not { Kind: SignalKind.Breached, MilestoneKind: MilestoneKind.Resolution })
        {
            Assert.True(await watch.ResponseStream.MoveNext(Cancel));
            events.Add(watch.ResponseStream.Current);
        }

        Assert.DoesNotContain(events, entry => entry.Signal is not null && entry.Ticket == $"tickets/{old.Open.TicketId}");
        Assert.Equal(2, events.Count(entry => entry.Fact is { Sequence: 1 }));
        Assert.Contains(events, entry => entry.DueChanged is { MilestoneKind: MilestoneKind.Resolution } && entry.Ticket == $"tickets/{ticket.Open.TicketId}");
    }

    [Fact]
    public async Task ImportTickets_SameTicketAgain_IsThereAlready()
    {
        var ticket = Imported.Ended();
        var again = Imported.Again(ticket);
        again.SignalsFromTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

        var answers = await Imported.ImportAsync(clock.Client, ticket, again);

        Assert.Equal([(0, false), (0, true)], answers.Select(answer => (answer.Status.Code, answer.Repeat)));
        Assert.Equal("4", (await clock.Client.GetTicketAsync(new GetTicketRequest { Name = answers[1].Ticket }, cancellationToken: Cancel)).Etag);
    }

    [Fact]
    public async Task ImportTickets_OtherContentUnderTheId_IsRefused()
    {
        var ticket = Imported.Ended();
        var other = Imported.Again(ticket);
        other.Facts[0].Fact.Actor = "agent 8";
        var live = Imported.Ended();
        await clock.Client.OpenTicketAsync(live.Open, cancellationToken: Cancel);

        var answers = await Imported.ImportAsync(clock.Client, ticket, other, live);

        Assert.Equal([StatusCode.OK, StatusCode.AlreadyExists, StatusCode.AlreadyExists], answers.Select(answer => (StatusCode)answer.Status.Code));
        Assert.All(answers.Skip(1), answer => Assert.Equal(ErrorReason.TicketExists, Imported.ReasonOf(answer)));
    }

    [Fact]
    public async Task ImportTickets_RefusedTicketAmongOthers_NamesEveryFaultStoresNothingAndGoesOn()
    {
        var good = Imported.Ended();
        var bad = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (2, Imported.Resolved), (-1, new FactBody { AgentResponded = new() }), (3, new FactBody { Paused = new Paused { Reason = "vendor" } }));
        var after = Imported.Ended();

        var answers = await Imported.ImportAsync(clock.Client, good, bad, after);

        Assert.Equal([good.Open.RequestId, bad.Open.RequestId, after.Open.RequestId], answers.Select(answer => answer.RequestId));
        Assert.Equal([StatusCode.OK, StatusCode.InvalidArgument, StatusCode.OK], answers.Select(answer => (StatusCode)answer.Status.Code));
        var faults = answers[1].Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations;
        Assert.Equal([("facts[1].effective_time", "FACT_BEFORE_OPENING"), ("facts[2].fact", "FACT_NOT_ALLOWED")], faults.Select(fault => (fault.Field, fault.Reason)));
        var missing = await Support.RefusedCall.OfAsync(clock.Client.GetTicketAsync(new GetTicketRequest { Name = $"tickets/{bad.Open.TicketId}" }, cancellationToken: Cancel));
        Assert.Equal(ErrorReason.TicketNotFound, missing.Reason);
    }

    [Fact]
    public async Task ImportTickets_FaultyItems_NameTheirFields()
    {
        var nothing = new ImportTicketsRequest();
        var faulty = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, new FactBody()));
        faulty.Facts.Add(new ImportedFact { Fact = new FactBody { Merged = new Merged { Into = $"tickets/{faulty.Open.TicketId}" } } });
        faulty.Open.Channel = Channel.Unspecified;

        var answers = await Imported.ImportAsync(clock.Client, nothing, faulty);

        Assert.Contains("open.account", answers[0].Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field));
        Assert.Equal(
            ["open.channel", "facts[0].fact", "facts[1].effective_time", "facts[1].fact.merged.into"],
            answers[1].Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field));
    }

    [Fact]
    public async Task ImportTickets_OfARefusedAccount_SaysWhy()
    {
        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, Imported.Ended(FakeEntitlements.Refused)));

        Assert.Equal((StatusCode.PermissionDenied, ErrorReason.UnknownContact), ((StatusCode)answer.Status.Code, Imported.ReasonOf(answer)));
    }

    [Fact]
    public async Task ImportTickets_MovedToAnotherPlan_RunsUnderIt()
    {
        var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, new FactBody { PlanChanged = new PlanChanged { Plan = "policies/xtm/plans/silver" } }));

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal(0, answer.Status.Code);
        Assert.EndsWith("/plans/silver", (await clock.Client.GetTicketAsync(new GetTicketRequest { Name = answer.Ticket }, cancellationToken: Cancel)).Plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana", StatusCode.OK)]
    [InlineData("gone", StatusCode.InvalidArgument)]
    public async Task ImportTickets_LevelThatAContactAgreedTo_TakesAContactInForceThen(string contact, StatusCode expected)
    {
        var change = new SeverityChanged { VerifiedLevel = 2, AgreedByContact = $"accounts/xtm.gold/contacts/{contact}" };
        var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, new FactBody { SeverityChanged = change }));

        var answer = Assert.Single(await Imported.ImportAsync(clock.Client, ticket));

        Assert.Equal(expected, (StatusCode)answer.Status.Code);
    }

    [Fact]
    public async Task RecordFact_OnAnImportedTicket_GoesOn()
    {
        var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, new FactBody { AgentResponded = new AgentResponded() }));
        var name = Assert.Single(await Imported.ImportAsync(clock.Client, ticket)).Ticket;

        var told = await clock.Client.RecordFactAsync(ClockFixture.Telling(name, Imported.Resolved), cancellationToken: Cancel);

        Assert.Equal((TicketState.Resolved, "3"), (told.State, told.Etag));
    }
}
