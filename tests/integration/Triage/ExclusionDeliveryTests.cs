using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>What happens between the store's commit and the clock's answer.</summary>
public abstract class ExclusionDeliveryTests(TriageHost host)
{
    private const string Clause = "third-party-products";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(TriageHost host) : ExclusionDeliveryTests(host), IClassFixture<TriageHost>;

    public sealed class OnPostgres(PostgresTriageHost host) : ExclusionDeliveryTests(host), IClassFixture<PostgresTriageHost>;

    [Fact]
    public async Task DecideExclusion_TheAnswerIsLost_IsPendingAndToldOnceInTheEnd()
    {
        var ticket = await OpenAsync();
        host.Clocks.LostAnswers = 1;

        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);
        var later = await SettledAsync(decided.Name);

        Assert.Equal((ExclusionState.Decided, ClockDelivery.Pending), (decided.State, decided.Delivery));
        Assert.Equal((ExclusionState.Decided, ClockDelivery.Taken, decided.Etag), (later.State, later.Delivery, later.Etag));
        Assert.Single(host.Clocks.Taken, fact => fact.Ticket == ticket);
    }

    [Fact]
    public async Task DecideExclusion_TheServiceCrashesAfterItsCommit_TheNextStartTellsTheClock()
    {
        var ticket = await OpenAsync();
        host.Clocks.TakesNothing = true;
        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);
        host.Clocks.TakesNothing = false;

        host.Restart();

        Assert.Equal(ClockDelivery.Taken, (await SettledAsync(decided.Name)).Delivery);
        Assert.Equal([Clause], (await TicketAsync(ticket)).Exclusions);
    }

    [Fact]
    public async Task ReverseExclusion_WhileTheDecisionIsPending_TellsBothInOrder()
    {
        var ticket = await OpenAsync();
        host.Clocks.TakesNothing = true;
        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);
        var reversed = await host.Client.ReverseExclusionAsync(Reverse(decided), cancellationToken: Cancel);
        host.Clocks.TakesNothing = false;

        var later = await SettledAsync(decided.Name);

        Assert.Equal((ExclusionState.Reversed, ClockDelivery.Pending), (reversed.State, reversed.Delivery));
        Assert.Equal(ExclusionState.Reversed, later.State);
        Assert.Empty((await TicketAsync(ticket)).Exclusions);
        Assert.Equal(
            [FactBody.FactOneofCase.Excluded, FactBody.FactOneofCase.ExclusionLifted],
            host.Clocks.Taken.Where(fact => fact.Ticket == ticket).Select(fact => fact.Fact.FactCase));
    }

    [Fact]
    public async Task DecideExclusion_TheTicketWasClosed_IsRefusedAndExcludesNothing()
    {
        var ticket = await OpenAsync();
        host.Clocks.Close(ticket);

        var request = Decide(ticket);
        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(request, cancellationToken: Cancel));
        var again = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(request, cancellationToken: Cancel));

        var kept = await host.Client.GetExclusionAsync(new GetExclusionRequest { Name = $"{ticket}/exclusions/{Clause}" }, cancellationToken: Cancel);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.FactNotAllowed), (refused.Code, refused.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.FactNotAllowed), (again.Code, again.Reason));
        Assert.Equal((ExclusionState.Refused, ClockDelivery.Refused), (kept.State, kept.Delivery));
        Assert.Contains("does not take it", kept.Steps[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReverseExclusion_TheTicketWasClosed_IsRefusedAndTheDecisionStands()
    {
        var ticket = await OpenAsync();
        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);
        host.Clocks.Close(ticket);

        var refused = await RefusedCall.OfAsync(host.Client.ReverseExclusionAsync(Reverse(decided), cancellationToken: Cancel));

        var kept = await host.Client.GetExclusionAsync(new GetExclusionRequest { Name = decided.Name }, cancellationToken: Cancel);
        Assert.Equal(ErrorReason.FactNotAllowed, refused.Reason);
        Assert.Equal((ExclusionState.Decided, ""), (kept.State, kept.Reversal));
        Assert.NotEqual(decided.Etag, kept.Etag);
    }

    [Fact]
    public async Task DecideExclusion_ToldAgainAfterTheClockForgot_IsKnownByWhatItDid()
    {
        var ticket = await OpenAsync();
        host.Clocks.LostAnswers = 1;
        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);
        host.Clocks.IsForgetful = true;

        var later = await SettledAsync(decided.Name);
        host.Clocks.IsForgetful = false;

        Assert.Equal((ExclusionState.Decided, ClockDelivery.Taken), (later.State, later.Delivery));
    }

    [Fact]
    public async Task DecideExclusion_TheClocksAreAway_IsUnavailableAndNothingIsKept()
    {
        var ticket = await OpenAsync();
        host.Clocks.IsAway = true;

        var refused = await RefusedCall.OfAsync(host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel));
        host.Clocks.IsAway = false;

        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable, "clocks"), (refused.Code, refused.Reason, refused.Info.Metadata["dependency"]));
        Assert.Empty((await host.Client.ListExclusionsAsync(new ListExclusionsRequest { Ticket = ticket }, cancellationToken: Cancel)).Exclusions);
    }

    [Fact]
    public async Task DecideExclusion_TwoInstances_EachMayTellAndTheClockTakesItOnce()
    {
        var ticket = await OpenAsync();
        using var other = host.StartAnother();
        host.Clocks.LostAnswers = 1;
        var decided = await host.Client.DecideExclusionAsync(Decide(ticket), cancellationToken: Cancel);

        other.Time.Advance(TimeSpan.FromSeconds(2));
        await SettledAsync(decided.Name);

        Assert.Single(host.Clocks.Taken, fact => fact.Ticket == ticket);
    }

    private static DecideExclusionRequest Decide(string ticket) =>
        new() { Ticket = ticket, Clause = Clause, Evidence = "the log", Decider = "kim", RequestId = Guid.NewGuid().ToString() };

    private static ReverseExclusionRequest Reverse(ExclusionDecision decision) =>
        new() { Name = decision.Name, Reason = "Agreed.", Actor = "lee", Etag = decision.Etag, RequestId = Guid.NewGuid().ToString() };

    private async Task<string> OpenAsync()
    {
        Assert.NotNull(host.Client);
        return await host.OpenTicketAsync("xtm", "gold", Cancel);
    }

    private async Task<ExclusionDecision> SettledAsync(string name)
    {
        while (true)
        {
            var found = await host.Client.GetExclusionAsync(new GetExclusionRequest { Name = name }, cancellationToken: Cancel);
            if (found.Steps.All(step => step.Delivery != ClockDelivery.Pending))
            {
                return found;
            }

            host.Time.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private async Task<Ticket> TicketAsync(string ticket) => await host.Clocks.GetTicketAsync(new GetTicketRequest { Name = ticket }, cancellationToken: Cancel);
}
