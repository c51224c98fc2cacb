using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Openings that triage has something to say about.</summary>
public sealed class JudgedOpeningTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenTicket_RequestThatThePolicyDiverts_IsRefusedWithTheClauseAndWhereItBelongs()
    {
        var request = ClockFixture.Opening();
        request.TicketId = "wish";
        request.Report = new IncidentReport { Request = RequestKind.FeatureRequest };

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.RequestDiverted, "feature-request"), (refused.Code, refused.Reason, refused.Info.Metadata["clause"]));
        Assert.Equal("Not clocked under clause feature-request (§1.1): It is a wish. Ask for a statement of work.", refused.Message);
        var missing = await RefusedCall.OfAsync(clock.Client.GetTicketAsync(new GetTicketRequest { Name = "tickets/wish" }, cancellationToken: Cancel));
        Assert.Equal(ErrorReason.TicketNotFound, missing.Reason);
    }

    [Fact]
    public async Task ImportTickets_RequestThatThePolicyDiverts_IsKeptWithoutTargets()
    {
        var past = Imported.Ticket("accounts/xtm.gold", "2025-03-06T09:00:00Z");
        past.Open.Report = new IncidentReport { Request = RequestKind.FeatureRequest };

        await Imported.ImportAsync(clock.Client, past);

        var ticket = await clock.Client.GetTicketAsync(new GetTicketRequest { Name = $"tickets/{past.Open.TicketId}" }, cancellationToken: Cancel);
        Assert.Equal("Diverted under feature-request: It is a wish.", ticket.TargetsExemptReason);
    }

    [Fact]
    public async Task OpenTicket_UnsupportedVersion_WaitsForTheUpgradeFromTheOpening()
    {
        var request = ClockFixture.Opening();
        request.Report = new IncidentReport { Product = "cloud", Version = "old" };

        var ticket = await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);

        var resolution = ticket.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution);
        Assert.Equal((TicketState.WaitingOnCustomer, "upgrade_required", MilestoneState.Paused), (ticket.State, ticket.PauseReason, resolution.State));
        var history = await clock.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name }, cancellationToken: Cancel);
        Assert.Equal("upgrade_required", history.Entries[0].Fact.Opened.WaitingReason);
    }

    [Fact]
    public async Task RecordFact_ResolvedByARelease_MeetsWhatWasPromisedWithTheNextOne()
    {
        var request = ClockFixture.Opening();
        request.Level = 4;
        var opened = await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);

        var told = await clock.Client.RecordFactAsync(
            ClockFixture.Telling(opened.Name, new FactBody { Resolved = new Resolved { Release = "policies/xtm/releases/r1" } }), cancellationToken: Cancel);

        Assert.Equal(MilestoneState.Untimed, opened.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution).State);
        Assert.Equal(MilestoneState.Met, told.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution).State);
        var history = await clock.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = opened.Name }, cancellationToken: Cancel);
        Assert.Contains(history.Entries, entry => entry.Fact?.Body?.Resolved?.Release == "policies/xtm/releases/r1");
    }
}
