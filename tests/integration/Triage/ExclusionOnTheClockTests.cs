using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Clocks;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>Decisions and the real clock.</summary>
public sealed class ExclusionOnTheClockTests(ClockFixture clock, TriageHost triage) : IClassFixture<ClockFixture>, IClassFixture<TriageHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DecideExclusion_OpenTicket_ExemptsItsMilestonesUntilItIsReversed()
    {
        var opened = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        using var host = triage.StartAnother(clock.Client, TimeProvider.System.GetUtcNow());
        var client = new TriageService.TriageServiceClient(host.Channel);

        var decided = await client.DecideExclusionAsync(
            new DecideExclusionRequest { Ticket = opened.Name, Clause = "third-party-products", Evidence = "Their proxy.", Decider = "kim", RequestId = Guid.NewGuid().ToString() },
            cancellationToken: Cancel);
        var excluded = await clock.Client.GetTicketAsync(new GetTicketRequest { Name = opened.Name }, cancellationToken: Cancel);
        var reversed = await client.ReverseExclusionAsync(
            new ReverseExclusionRequest { Name = decided.Name, Reason = "It was ours.", Actor = "lee", Etag = decided.Etag, RequestId = Guid.NewGuid().ToString() },
            cancellationToken: Cancel);
        var covered = await clock.Client.GetTicketAsync(new GetTicketRequest { Name = opened.Name }, cancellationToken: Cancel);

        Assert.Equal((ClockDelivery.Taken, ClockDelivery.Taken), (decided.Delivery, reversed.Delivery));
        Assert.Equal(["third-party-products"], excluded.Exclusions);
        Assert.All(excluded.Milestones, milestone => Assert.Equal(MilestoneState.Exempt, milestone.State));
        Assert.Empty(covered.Exclusions);
        Assert.Contains(covered.Milestones, milestone => milestone.State == MilestoneState.Running);
    }
}
