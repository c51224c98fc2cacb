using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Triage;

public sealed class DisagreementTests(TriageHost host) : IClassFixture<TriageHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetDisagreementStatistics_TicketsOfAllSorts_CountsThoseWithBothSeverities()
    {
        foreach (var (claimed, verified) in new (int?, int?)[] { (1, 2), (1, 2), (1, 3), (3, 3), (4, 2), (1, null), (null, 2) })
        {
            host.Clocks.Open("accounts/many", claimed, verified);
        }

        var answer = await host.Client.GetDisagreementStatisticsAsync(new GetDisagreementStatisticsRequest { Account = "accounts/many" }, cancellationToken: Cancel);

        Assert.Equal((5, 3, 1), (answer.ComparedCount, answer.ClaimedGraverCount, answer.VerifiedGraverCount));
        Assert.Equal([(1, 2, 2), (1, 3, 1), (3, 3, 1), (4, 2, 1)], answer.Pairs.Select(pair => (pair.ClaimedLevel, pair.VerifiedLevel, pair.TicketCount)));
    }

    [Fact]
    public async Task GetDisagreementStatistics_ListsOfBeforeTheSeverities_AsksTheTickets()
    {
        host.Clocks.Open("accounts/old", 2, 3, isListedWithout: true);

        var answer = await host.Client.GetDisagreementStatisticsAsync(new GetDisagreementStatisticsRequest { Account = "accounts/old" }, cancellationToken: Cancel);

        Assert.Equal((1, 1), (answer.ComparedCount, answer.ClaimedGraverCount));
    }

    [Fact]
    public async Task GetDisagreementStatistics_ATime_AsksForTheTicketsOfThatTimeInEveryState()
    {
        var (from, until) = (At(1), At(2));

        await host.Client.GetDisagreementStatisticsAsync(new GetDisagreementStatisticsRequest { Account = "accounts/none", StartTime = from, EndTime = until }, cancellationToken: Cancel);

        Assert.Equal(("accounts/none", from, until), (host.Clocks.Listed!.Filter.Account, host.Clocks.Listed.Filter.OpenFromTime, host.Clocks.Listed.Filter.OpenUntilTime));
        Assert.Equal(System.Enum.GetValues<TicketState>().Length - 1, host.Clocks.Listed.Filter.States.Count);
    }

    [Fact]
    public async Task GetDisagreementStatistics_MoreTicketsThanAreCounted_IsRefused()
    {
        for (var i = 0; i <= 100_000; i++)
        {
            host.Clocks.Open("accounts/huge", 1, 1);
        }

        host.Clocks.PageSize = 200_000;
        var refused = await RefusedCall.OfAsync(host.Client.GetDisagreementStatisticsAsync(new GetDisagreementStatisticsRequest { Account = "accounts/huge" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.ResourceExhausted, ErrorReason.TooManyTickets), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task GetDisagreementStatistics_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetDisagreementStatisticsAsync(
            new GetDisagreementStatisticsRequest { Account = "acme", StartTime = At(2), EndTime = At(1) }, cancellationToken: Cancel));

        Assert.Equal([("account", ErrorReason.InvalidResourceName), ("end_time", ErrorReason.TimeOrder)], refused.Violations.Select(violation => (violation.Field, violation.Reason)));
    }

    private static Timestamp At(int day) => Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, day, 0, 0, 0, TimeSpan.Zero));
}
