using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public sealed class RedisAwayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SuspendAccount_RedisAway_IsRefusedWhileChecksGoOnAndWorksWhenItIsBack()
    {
        var host = new EntitlementsHost();
        await using var cleanup = host;
        await host.InitializeAsync();
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        await host.Redis.KillAsync();

        var refused = await RefusedCall.OfAsync(host.Client.SuspendAccountAsync(Suspend(account), cancellationToken: Cancel));
        var check = await host.Client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel);

        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable), (refused.Code, refused.Reason));
        Assert.NotNull(refused.Retry);
        Assert.True(check.Allowed);

        await host.Redis.RestartAsync();
        await host.Services.UntilRedisAsync(connected: true, Cancel);
        await host.Client.SuspendAccountAsync(Suspend(account), cancellationToken: Cancel);
        Assert.False((await host.Client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel)).Allowed);
    }

    private static SuspendAccountRequest Suspend(string account) => new() { Name = account, Reason = "unpaid", RequestId = Given.NewRequestId() };
}
