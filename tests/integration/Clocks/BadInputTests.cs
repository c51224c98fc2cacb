using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class BadInputTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, ErrorReason.FieldOutOfRange, "give 1 to 9")]
    [InlineData(9, ErrorReason.UnknownLevel, "use 1 to")]
    public async Task OpenTicket_LevelOfNoPolicy_IsOneFault(int level, ErrorReason reason, string advice)
    {
        var request = ClockFixture.Opening();
        request.Level = level;

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        refused.AssertField(reason, "level", advice);
    }

    [Fact]
    public async Task OpenTicket_LevelThatTriageRefuses_NamesTheFieldOfTheRequest()
    {
        var request = ClockFixture.Opening();
        request.Level = 9;
        request.Report = new IncidentReport { WhatFails = "Logging in" };

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "level", "use 1 to 4");
    }

    [Fact]
    public async Task OpenTicket_ReceivedIn2099_IsRefused()
    {
        var request = ClockFixture.Opening();
        request.EffectiveTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.FactInFuture), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task OpenTicket_ReferenceOfTenMegabytes_IsRefused()
    {
        var request = ClockFixture.Opening();
        request.Reference = new string('x', 10 * 1024 * 1024);

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.TextTooLong), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task OpenTicket_RequestIdOfAnotherBody_IsRefused()
    {
        var request = ClockFixture.Opening();
        await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        request.Reference = "another";

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.RequestIdReused), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task OpenTicket_IdThatIsTaken_IsRefused()
    {
        var request = ClockFixture.Opening();
        request.TicketId = "taken";
        await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        request.RequestId = Guid.NewGuid().ToString();

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.TicketExists), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task RecordFact_BeforeTheOpening_IsRefused()
    {
        var request = ClockFixture.Telling(await OpenAsync(), new FactBody { AgentResponded = new AgentResponded() });
        request.EffectiveTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await AssertRefused(request, StatusCode.InvalidArgument, ErrorReason.FactBeforeOpening);
    }

    [Fact]
    public async Task RecordFact_In2099_IsRefused()
    {
        var request = ClockFixture.Telling(await OpenAsync(), new FactBody { AgentResponded = new AgentResponded() });
        request.EffectiveTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await AssertRefused(request, StatusCode.InvalidArgument, ErrorReason.FactInFuture);
    }

    [Fact]
    public async Task RecordFact_ResolvedOnAClosedTicket_IsRefused()
    {
        var ticket = await OpenAsync();
        await clock.Client.RecordFactAsync(ClockFixture.Telling(ticket, new FactBody { Closed = new Closed() }), cancellationToken: Cancel);

        await AssertRefused(ClockFixture.Telling(ticket, new FactBody { Resolved = new Resolved() }), StatusCode.FailedPrecondition, ErrorReason.FactNotAllowed);
    }

    [Fact]
    public async Task RecordFact_StaleEtag_IsRefusedAndNothingIsStored()
    {
        var ticket = await OpenAsync();
        await clock.Client.RecordFactAsync(ClockFixture.Telling(ticket, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        var stale = ClockFixture.Telling(ticket, new FactBody { Resolved = new Resolved() });
        stale.Etag = "1";

        await AssertRefused(stale, StatusCode.Aborted, ErrorReason.StaleEtag);

        Assert.Equal("2", (await clock.Client.GetTicketAsync(new GetTicketRequest { Name = ticket }, cancellationToken: Cancel)).Etag);
    }

    [Fact]
    public async Task RecordFact_RequestIdOfAnotherTicket_IsRefused()
    {
        var request = ClockFixture.Telling(await OpenAsync(), new FactBody { AgentResponded = new AgentResponded() });
        await clock.Client.RecordFactAsync(request, cancellationToken: Cancel);
        request.Ticket = await OpenAsync();

        await AssertRefused(request, StatusCode.InvalidArgument, ErrorReason.RequestIdReused);
    }

    [Fact]
    public async Task RecordFact_WithoutAFact_NamesTheField()
    {
        await AssertRefused(ClockFixture.Telling(await OpenAsync(), new FactBody()), StatusCode.InvalidArgument, ErrorReason.FieldRequired);
    }

    [Fact]
    public async Task RecordFact_LevelThatThePolicyLacks_NamesTheFieldOfTheRequest()
    {
        var request = ClockFixture.Telling(await OpenAsync(), new FactBody { Actor = "ben", SeverityChanged = new SeverityChanged { VerifiedLevel = 9, Reason = "All users." } });

        var refused = await RefusedCall.OfAsync(clock.Client.RecordFactAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "fact.severity_changed.verified_level", "use 1 to");
    }

    [Fact]
    public async Task RecordFact_LevelOfSupportWithoutWhoAndWhy_NamesBoth()
    {
        var request = ClockFixture.Telling(await OpenAsync(), new FactBody { SeverityChanged = new SeverityChanged { VerifiedLevel = 2 } });

        var refused = await RefusedCall.OfAsync(clock.Client.RecordFactAsync(request, cancellationToken: Cancel));

        Assert.Equal(
            [("fact.actor", ErrorReason.FieldRequired), ("fact.severity_changed.reason", ErrorReason.FieldRequired)],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task RecordFact_MergedIntoItself_IsRefused()
    {
        var ticket = await OpenAsync();

        await AssertRefused(ClockFixture.Telling(ticket, new FactBody { Merged = new Merged { Into = ticket } }), StatusCode.InvalidArgument, ErrorReason.InvalidMerge);
    }

    [Fact]
    public async Task ListTickets_PageSizeOfMinusOne_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(clock.Client.ListTicketsAsync(new ListTicketsRequest { PageSize = -1 }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.InvalidPageSize), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ExplainMilestone_OfNone_IsNotFound()
    {
        var ask = new ExplainMilestoneRequest { Ticket = await OpenAsync(), Milestone = "follow_up.99" };

        var refused = await RefusedCall.OfAsync(clock.Client.ExplainMilestoneAsync(ask, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.MilestoneNotFound), (refused.Code, refused.Reason));
        Assert.Contains("the ticket has initial_response.1, resolution.1; list", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplainMilestone_OfOneThatHasNotBegun_SaysWhatBeginsIt()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening("accounts/demo.seconds"), cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(clock.Client.ExplainMilestoneAsync(new ExplainMilestoneRequest { Ticket = opened.Name, Milestone = "update" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.MilestoneNotFound), (refused.Code, refused.Reason));
        Assert.EndsWith("/milestones/update' does not exist; it has not begun, an agent's response begins it.", refused.Message, StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync() => (await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel)).Name;

    private async Task AssertRefused(RecordFactRequest request, StatusCode code, ErrorReason reason)
    {
        var refused = await RefusedCall.OfAsync(clock.Client.RecordFactAsync(request, cancellationToken: Cancel));

        Assert.Equal((code, reason), (refused.Code, refused.Reason));
    }
}
