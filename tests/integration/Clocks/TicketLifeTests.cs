using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TicketLifeTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenTicket_OnAPlanWithTargets_ShowsTheRunningMilestones()
    {
        var ticket = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        Assert.Equal(TicketState.Open, ticket.State);
        Assert.Equal("P1", ticket.RulingLabel);
        Assert.Equal("1", ticket.Etag);
        Assert.Equal("accounts/xtm.gold/subscriptions/main", ticket.Subscription);
        Assert.Contains(ticket.Milestones, milestone => milestone.Kind == MilestoneKind.InitialResponse && milestone.State == MilestoneState.Running);
        var resolution = Assert.Single(ticket.Milestones, milestone => milestone.Kind == MilestoneKind.Resolution);
        Assert.Equal(TimeSpan.FromHours(2), resolution.DueTime.ToDateTimeOffset() - ticket.OpenTime.ToDateTimeOffset());
    }

    [Fact]
    public async Task RecordFact_AgentResponded_MeetsTheResponseAndRaisesIt()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        var told = await clock.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { Actor = "agent 7", AgentResponded = new AgentResponded() }), cancellationToken: Cancel);

        Assert.Equal("2", told.Etag);
        Assert.Equal(MilestoneState.Met, told.Milestones.Single(milestone => milestone.Kind == MilestoneKind.InitialResponse).State);
        var history = await clock.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = opened.Name }, cancellationToken: Cancel);
        Assert.Equal("accounts/xtm.gold", history.Entries[0].Fact.Opened.Account);
        Assert.Equal("agent 7", history.Entries[1].Fact.Body.Actor);
        Assert.Contains(history.Entries, entry => entry.Signal?.Detail is { Kind: SignalKind.Met, MilestoneKind: MilestoneKind.InitialResponse });
    }

    [Fact]
    public async Task RecordFact_WaitingOnCustomer_SaysWhenTheTicketClosesByItself()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening("accounts/xtm.basic"), cancellationToken: Cancel);

        var told = await clock.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { WaitingOnCustomer = new WaitingOnCustomer() }), cancellationToken: Cancel);

        Assert.Equal((TicketState.WaitingOnCustomer, "information"), (told.State, told.PauseReason));
        Assert.InRange(told.AutoCloseTime.ToDateTimeOffset() - opened.OpenTime.ToDateTimeOffset(), TimeSpan.FromDays(13.9), TimeSpan.FromDays(14.1));
    }

    [Fact]
    public async Task RecordFact_PlanChanged_MovesTheTicketToThePlan()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        var told = await clock.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { PlanChanged = new PlanChanged { Plan = "policies/xtm/plans/silver" } }), cancellationToken: Cancel);

        Assert.EndsWith("/plans/silver", told.Plan, StringComparison.Ordinal);
        Assert.Equal("Europe/Brussels", told.Terms.TimeZone);
    }

    [Fact]
    public async Task ExplainMilestone_OfARunningOne_AddsUp()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        var explained = await clock.Client.ExplainMilestoneAsync(new ExplainMilestoneRequest { Ticket = opened.Name, Milestone = "resolution" }, cancellationToken: Cancel);

        var credited = explained.Derivation.Segments.Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.CreditedDuration.ToTimeSpan());
        Assert.Equal(TimeSpan.FromHours(2), credited);
        Assert.Equal(explained.Milestone.DueTime, explained.Derivation.DueTime);
    }

    [Fact]
    public async Task ListMilestones_InPages_GivesEachOccurrenceOnce()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var first = await clock.Client.ListMilestonesAsync(new ListMilestonesRequest { Ticket = opened.Name, PageSize = 1 }, cancellationToken: Cancel);

        var rest = await clock.Client.ListMilestonesAsync(
            new ListMilestonesRequest { Ticket = opened.Name, PageSize = 100, PageToken = first.NextPageToken }, cancellationToken: Cancel);

        Assert.Single(first.Milestones);
        Assert.Empty(rest.NextPageToken);
        Assert.DoesNotContain(rest.Milestones, milestone => milestone.Id == first.Milestones[0].Id);
        Assert.Contains(rest.Milestones, milestone => milestone.Kind == MilestoneKind.Resolution);
    }

    [Fact]
    public async Task ListTickets_OfAnAccountInPages_OrdersByDueTimeAndLeavesClosedOnesOut()
    {
        const string Account = "accounts/demo.seconds";
        var slow = ClockFixture.Opening(Account);
        slow.Level = 2;
        var later = await clock.Client.OpenTicketAsync(slow, cancellationToken: Cancel);
        var sooner = await clock.Client.OpenTicketAsync(ClockFixture.Opening(Account), cancellationToken: Cancel);
        var closed = await clock.Client.OpenTicketAsync(ClockFixture.Opening(Account), cancellationToken: Cancel);
        await clock.Client.RecordFactAsync(ClockFixture.Telling(closed.Name, new FactBody { Closed = new Closed { Reason = "a mistake" } }), cancellationToken: Cancel);
        var request = new ListTicketsRequest { Filter = new TicketFilter { Account = Account }, PageSize = 1 };

        var first = await clock.Client.ListTicketsAsync(request, cancellationToken: Cancel);
        request.PageToken = first.NextPageToken;
        var second = await clock.Client.ListTicketsAsync(request, cancellationToken: Cancel);

        Assert.Equal([sooner.Name, later.Name], first.Tickets.Concat(second.Tickets).Select(ticket => ticket.Name));
        Assert.Empty(second.NextPageToken);
        Assert.NotEmpty(first.ResumeToken);
    }

    [Fact]
    public async Task OpenTicket_SameRequestAgain_GivesTheTicketAsARepeat()
    {
        var request = ClockFixture.Opening();
        var opened = await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        using var again = clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);

        Assert.Equal(opened.Name, (await again).Name);
        Assert.Equal("true", again.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
    }

    [Fact]
    public async Task RecordFact_SameRequestAgain_ChangesNothing()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var request = ClockFixture.Telling(opened.Name, new FactBody { Resolved = new Resolved() });
        var first = await clock.Client.RecordFactAsync(request, cancellationToken: Cancel);

        var second = await clock.Client.RecordFactAsync(request, cancellationToken: Cancel);

        Assert.Equal(TicketState.Resolved, second.State);
        Assert.Equal(first.Etag, second.Etag);
    }

    [Fact]
    public async Task RecordFacts_OfSeveralTickets_AnswersEachItemByItself()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var good = ClockFixture.Telling(opened.Name, new FactBody { AgentResponded = new AgentResponded() });
        var bad = ClockFixture.Telling("tickets/missing", new FactBody { AgentResponded = new AgentResponded() });
        using var stream = clock.Client.RecordFacts(cancellationToken: Cancel);
        await stream.RequestStream.WriteAsync(new RecordFactsRequest { Item = good }, Cancel);
        await stream.RequestStream.WriteAsync(new RecordFactsRequest { Item = bad }, Cancel);
        await stream.RequestStream.CompleteAsync();

        var answers = await stream.ResponseStream.ReadAllAsync(Cancel).ToDictionaryAsync(answer => answer.RequestId, cancellationToken: Cancel);

        Assert.Equal((int)StatusCode.OK, answers[good.RequestId].Status.Code);
        Assert.Equal("2", answers[good.RequestId].Etag);
        Assert.Equal((int)StatusCode.NotFound, answers[bad.RequestId].Status.Code);
    }

    [Fact]
    public async Task OpenTicket_OfARefusedContact_SaysWhyAndStoresNothing()
    {
        var request = ClockFixture.Opening(FakeEntitlements.Refused);
        request.TicketId = "refused";

        var refused = await Support.RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.PermissionDenied, ErrorReason.UnknownContact), (refused.Code, refused.Reason));
        var missing = await Support.RefusedCall.OfAsync(clock.Client.GetTicketAsync(new GetTicketRequest { Name = "tickets/refused" }, cancellationToken: Cancel));
        Assert.Equal(ErrorReason.TicketNotFound, missing.Reason);
    }

    [Fact]
    public async Task OpenTicket_ProductInTheReportAlone_IsTheTicketsAndHeldAgainstTheOrder()
    {
        var request = ClockFixture.Opening();
        request.Report = new IncidentReport { Product = "cloud" };
        var opened = await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        var other = ClockFixture.Opening();
        other.Report = new IncidentReport { Product = FakeEntitlements.OffOrder };

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(other, cancellationToken: Cancel));

        Assert.Equal("cloud", opened.Product);
        Assert.Equal((StatusCode.PermissionDenied, ErrorReason.ProductNotOnOrder), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task OpenTicket_TwoProducts_IsRefused()
    {
        var request = ClockFixture.Opening();
        (request.Product, request.Report) = ("cloud", new IncidentReport { Product = "studio" });

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "report.product", "give one of the two");
    }

    [Theory]
    [InlineData(60, TicketState.Open)]
    [InlineData(5, TicketState.WaitingOnCustomer)]
    public async Task OpenTicket_VersionWhoseSupportEndedMeanwhile_IsJudgedAsOfTheReceipt(int minutes, TicketState expected)
    {
        var request = ClockFixture.Opening();
        (request.Product, request.Report) = ("cloud", new IncidentReport { Version = "just-ended" });
        request.EffectiveTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(-minutes));

        Assert.Equal(expected, (await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel)).State);
    }

    [Fact]
    public async Task ListTickets_OfATime_HoldsThoseReceivedInItWithBothSeverities()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening("accounts/xtm.silver"), cancellationToken: Cancel);
        await clock.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { Actor = "ben", SeverityChanged = new SeverityChanged { VerifiedLevel = 3, Reason = "One user." } }), cancellationToken: Cancel);
        var filter = new TicketFilter { Account = "accounts/xtm.silver", OpenFromTime = opened.OpenTime };

        var from = await clock.Client.ListTicketsAsync(new ListTicketsRequest { Filter = filter }, cancellationToken: Cancel);
        var until = await clock.Client.ListTicketsAsync(new ListTicketsRequest { Filter = new TicketFilter { Account = filter.Account, OpenUntilTime = opened.OpenTime } }, cancellationToken: Cancel);

        var listed = Assert.Single(from.Tickets, ticket => ticket.Name == opened.Name);
        Assert.Equal((1, 3), (listed.ClaimedLevel, listed.VerifiedLevel));
        Assert.DoesNotContain(until.Tickets, ticket => ticket.Name == opened.Name);
    }

    [Fact]
    public async Task ListTickets_OfATimeThatEndsBeforeItBegins_IsRefused()
    {
        var filter = new TicketFilter { OpenFromTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddDays(1)), OpenUntilTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) };

        var refused = await RefusedCall.OfAsync(clock.Client.ListTicketsAsync(new ListTicketsRequest { Filter = filter }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOrder, "filter.open_until_time", "give that or a later time");
    }
}
