using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class PolicyShelfTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    [Fact]
    public async Task OpenTicket_OfARevision_KeepsItsBytesByTheirHashForEver()
    {
        await clock.Client.OpenTicketAsync(ClockFixture.Opening("accounts/xtm.gold"), cancellationToken: TestContext.Current.CancellationToken);

        var hash = new FakeCatalog().RevisionOf("xtm").Hash;
        var stored = await clock.Services.GetRequiredKeyedService<IConnectionMultiplexer>(ResourceNames.Redis)
            .GetDatabase().StringGetWithExpiryAsync(JournalKeys.Policy(hash));
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData((byte[])stored.Value!)));
        Assert.Null(stored.Expiry);
    }
}
