using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Triage;

public abstract class ExclusionTests(TriageHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(TriageHost host) : ExclusionTests(host), IClassFixture<TriageHost>;

    public sealed class OnPostgres(PostgresTriageHost host) : ExclusionTests(host), IClassFixture<PostgresTriageHost>;

    [Theory]
    [InlineData("collibra", "premium", "a")]
    [InlineData("collibra", "premium", "b")]
    [InlineData("collibra", "standard", "c")]
    [InlineData("collibra", "standard", "d")]
    [InlineData("xtm", "gold", "third-party-products")]
    [InlineData("xtm", "basic", "feature-request")]
    public async Task DecideExclusion_ClauseOfThePolicy_IsKeptAndExcludesTheTicket(string policy, string plan, string clause)
    {
        var ticket = await OpenAsync(policy, plan);

        var decision = await DecideAsync(ticket, clause);

        Assert.Equal((ExclusionState.Decided, ClockDelivery.Taken), (decision.State, decision.Delivery));
        Assert.Equal(("kim", "the log", "accounts/acme"), (decision.Decider, decision.Evidence, decision.Account));
        Assert.Equal([clause], (await TicketAsync(ticket)).Exclusions);
        Assert.Equal(decision, await host.Client.GetExclusionAsync(new GetExclusionRequest { Name = decision.Name }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task DecideExclusion_ClauseThePolicyLacks_NamesThoseItHas()
    {
        var ticket = await OpenAsync("collibra", "premium");

        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(Decide(ticket, "feature-request"), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownClause, "clause", "use a, b, c, d");
    }

    [Fact]
    public async Task DecideExclusion_PolicyWithoutClauses_SaysSo()
    {
        var ticket = await OpenAsync("zmanda", "premium");

        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(Decide(ticket, "a"), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownClause, "clause", "it has none");
    }

    [Fact]
    public async Task DecideExclusion_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(
            new DecideExclusionRequest { Ticket = "t-1", Clause = "Clause A", Decider = new string('x', 201), EffectiveTime = At(18), RequestId = "no" }, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("clause", ErrorReason.InvalidResourceName), ("decider", ErrorReason.TextTooLong), ("effective_time", ErrorReason.FactInFuture),
                ("evidence", ErrorReason.FieldRequired), ("request_id", ErrorReason.InvalidRequestId), ("ticket", ErrorReason.InvalidResourceName),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task DecideExclusion_BeforeTheOpening_IsRefused()
    {
        var request = Decide(await OpenAsync("xtm", "gold"), "third-party-products");
        request.EffectiveTime = At(7);

        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FactBeforeOpening, "effective_time", "08:00");
    }

    [Fact]
    public async Task DecideExclusion_NoSuchTicket_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(Decide("tickets/nobody", "a"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.TicketNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task DecideExclusion_Twice_ExistsAndARepeatIsTheSame()
    {
        var ticket = await OpenAsync("xtm", "gold");
        var request = Decide(ticket, "third-party-products");

        var first = await host.Client.DecideExclusionAsync(request, cancellationToken: Cancel);
        host.Clocks.IsAway = true;
        var repeated = await host.Client.DecideExclusionAsync(request, cancellationToken: Cancel);
        host.Clocks.IsAway = false;
        var again = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(Decide(ticket, "third-party-products"), cancellationToken: Cancel));

        Assert.Equal(first, repeated);
        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.AlreadyExists), (again.Code, again.Reason));
    }

    [Fact]
    public async Task DecideExclusion_ManyAtOnce_IsCarriedOutOnce()
    {
        var request = Decide(await OpenAsync("xtm", "gold"), "third-party-products");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Client.DecideExclusionAsync(request, cancellationToken: Cancel).ResponseAsync));

        Assert.All(decisions, decision => Assert.Equal(decisions[0].Name, decision.Name));
        Assert.Single(decisions[0].Steps);
        Assert.Single(host.Clocks.Taken, fact => fact.Ticket == request.Ticket);
    }

    [Fact]
    public async Task AppealExclusion_Decided_KeepsTheTicketExcludedUntilItIsReversed()
    {
        var ticket = await OpenAsync("collibra", "premium");
        var decided = await DecideAsync(ticket, "d");

        var appealed = await AppealAsync(decided);
        var whileAppealed = (await TicketAsync(ticket)).Exclusions.ToList();
        var reversed = await ReverseAsync(appealed);

        Assert.Equal((ExclusionState.Appealed, "ana: It was your server."), (appealed.State, appealed.Appeal));
        Assert.Equal(["d"], whileAppealed);
        Assert.Equal((ExclusionState.Reversed, "lee: Agreed.", ClockDelivery.Taken), (reversed.State, reversed.Reversal, reversed.Delivery));
        Assert.Empty((await TicketAsync(ticket)).Exclusions);
        Assert.Equal([ExclusionStepKind.Decided, ExclusionStepKind.Appealed, ExclusionStepKind.Reversed], reversed.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task AppealExclusion_AppealedOrReversed_IsNotOpen()
    {
        var appealed = await AppealAsync(await DecideAsync(await OpenAsync("collibra", "premium"), "d"));
        var twice = await RefusedCall.OfAsync(host.Client.AppealExclusionAsync(Appeal(appealed), cancellationToken: Cancel));
        var reversed = await ReverseAsync(appealed);
        var late = await RefusedCall.OfAsync(host.Client.AppealExclusionAsync(Appeal(reversed), cancellationToken: Cancel));
        var again = await RefusedCall.OfAsync(host.Client.ReverseExclusionAsync(Reverse(reversed), cancellationToken: Cancel));

        Assert.All([twice, late, again], refused => Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.DecisionNotOpen), (refused.Code, refused.Reason)));
    }

    [Fact]
    public async Task DismissAppeal_Appealed_LetsTheDecisionStandUntilItIsAppealedAnew()
    {
        var ticket = await OpenAsync("collibra", "premium");
        var decided = await DecideAsync(ticket, "d");
        var early = await RefusedCall.OfAsync(host.Client.DismissAppealAsync(Dismiss(decided), cancellationToken: Cancel));
        var dismissing = Dismiss(await AppealAsync(decided));

        var dismissed = await host.Client.DismissAppealAsync(dismissing, cancellationToken: Cancel);
        var repeated = await host.Client.DismissAppealAsync(dismissing, cancellationToken: Cancel);
        var anew = await AppealAsync(dismissed);

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.DecisionNotOpen), (early.Code, early.Reason));
        Assert.Equal((ExclusionState.Decided, "lee: The log says otherwise."), (dismissed.State, dismissed.Dismissal));
        Assert.Equal(dismissed, repeated);
        Assert.Equal(["d"], (await TicketAsync(ticket)).Exclusions);
        Assert.Equal((ExclusionState.Appealed, "", 4), (anew.State, anew.Dismissal, anew.Steps.Count));
    }

    [Fact]
    public async Task DismissAppeal_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DismissAppealAsync(new DismissAppealRequest { Name = "t-1/d", RequestId = "no" }, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("actor", ErrorReason.FieldRequired), ("etag", ErrorReason.FieldRequired), ("name", ErrorReason.InvalidResourceName),
                ("reason", ErrorReason.FieldRequired), ("request_id", ErrorReason.InvalidRequestId),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task ReverseExclusion_ThenDecidedAnew_ExcludesAgainAndKeepsAllSteps()
    {
        var ticket = await OpenAsync("xtm", "gold");
        await ReverseAsync(await DecideAsync(ticket, "third-party-products"));

        var anew = await DecideAsync(ticket, "third-party-products");

        Assert.Equal((ExclusionState.Decided, 3, ""), (anew.State, anew.Steps.Count, anew.Reversal));
        Assert.Equal(["third-party-products"], (await TicketAsync(ticket)).Exclusions);
    }

    [Fact]
    public async Task ReverseExclusion_BeforeTheDecisionCounts_IsRefused()
    {
        var request = Decide(await OpenAsync("xtm", "gold"), "third-party-products");
        request.EffectiveTime = At(9);
        var reverse = Reverse(await host.Client.DecideExclusionAsync(request, cancellationToken: Cancel));
        reverse.EffectiveTime = At(8);

        var refused = await RefusedCall.OfAsync(host.Client.ReverseExclusionAsync(reverse, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOrder, "effective_time", "09:00");
    }

    [Fact]
    public async Task ReverseExclusion_StaleEtag_IsAborted()
    {
        var decided = await DecideAsync(await OpenAsync("xtm", "gold"), "third-party-products");
        await AppealAsync(decided);

        var refused = await RefusedCall.OfAsync(host.Client.ReverseExclusionAsync(Reverse(decided), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Aborted, ErrorReason.StaleEtag), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task GetExclusion_NobodyDecided_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetExclusionAsync(new GetExclusionRequest { Name = "tickets/t-0/exclusions/a" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.DecisionNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ListExclusions_OfATicket_GivesPagesByName()
    {
        var ticket = await OpenAsync("collibra", "premium");
        foreach (var clause in new[] { "c", "a", "b" })
        {
            await DecideAsync(ticket, clause);
        }

        var first = await host.Client.ListExclusionsAsync(new ListExclusionsRequest { Ticket = ticket, PageSize = 2 }, cancellationToken: Cancel);
        var second = await host.Client.ListExclusionsAsync(new ListExclusionsRequest { Ticket = ticket, PageSize = 2, PageToken = first.NextPageToken }, cancellationToken: Cancel);

        Assert.Equal(["a", "b"], first.Exclusions.Select(exclusion => exclusion.Clause));
        Assert.Equal("c", Assert.Single(second.Exclusions).Clause);
        Assert.Empty(second.NextPageToken);
        var ofAccount = await host.Client.ListExclusionsAsync(new ListExclusionsRequest { Account = "accounts/acme", PageSize = 1000 }, cancellationToken: Cancel);
        Assert.Equal(3, ofAccount.Exclusions.Count(exclusion => exclusion.Ticket == ticket));
        Assert.Empty((await host.Client.ListExclusionsAsync(new ListExclusionsRequest { Account = "accounts/other" }, cancellationToken: Cancel)).Exclusions);
    }

    [Fact]
    public async Task ListExclusions_NeitherTicketNorAccount_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ListExclusionsAsync(new ListExclusionsRequest(), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldRequired, "ticket", "either a ticket or an account");
    }

    private static Timestamp At(int hour) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, hour, 0, 0, TimeSpan.Zero));

    private static DecideExclusionRequest Decide(string ticket, string clause) =>
        new() { Ticket = ticket, Clause = clause, Evidence = "the log", Decider = "kim", RequestId = Guid.NewGuid().ToString() };

    private static DismissAppealRequest Dismiss(ExclusionDecision decision) =>
        new() { Name = decision.Name, Reason = "The log says otherwise.", Actor = "lee", Etag = decision.Etag, RequestId = Guid.NewGuid().ToString() };

    private static AppealExclusionRequest Appeal(ExclusionDecision decision) =>
        new() { Name = decision.Name, Reason = "It was your server.", Actor = "ana", Etag = decision.Etag, RequestId = Guid.NewGuid().ToString() };

    private static ReverseExclusionRequest Reverse(ExclusionDecision decision) =>
        new() { Name = decision.Name, Reason = "Agreed.", Actor = "lee", Etag = decision.Etag, RequestId = Guid.NewGuid().ToString() };

    private async Task<string> OpenAsync(string policy, string plan)
    {
        var client = host.Client;
        Assert.NotNull(client);
        return await host.OpenTicketAsync(policy, plan, Cancel);
    }

    private async Task<ExclusionDecision> DecideAsync(string ticket, string clause) => await host.Client.DecideExclusionAsync(Decide(ticket, clause), cancellationToken: Cancel);

    private async Task<ExclusionDecision> AppealAsync(ExclusionDecision decision) => await host.Client.AppealExclusionAsync(Appeal(decision), cancellationToken: Cancel);

    private async Task<ExclusionDecision> ReverseAsync(ExclusionDecision decision) => await host.Client.ReverseExclusionAsync(Reverse(decision), cancellationToken: Cancel);

    private async Task<Ticket> TicketAsync(string ticket) => await host.Clocks.GetTicketAsync(new GetTicketRequest { Name = ticket }, cancellationToken: Cancel);
}
