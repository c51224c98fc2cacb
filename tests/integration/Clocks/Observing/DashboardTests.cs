using System.Net;
using Microsoft.AspNetCore.Hosting;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class DashboardTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("Development", "true", HttpStatusCode.OK)]
    [InlineData("Development", "false", HttpStatusCode.NotFound)]
    [InlineData("Production", "true", HttpStatusCode.NotFound)]
    public async Task Dashboard_IsThere_InDevelopmentOnly(string environment, string enabled, HttpStatusCode expected)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(
            redis, cancel, settings: [(WebHostDefaults.EnvironmentKey, environment), ("Dashboard:Enabled", enabled)], sockets: true);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.GetAsync("/dashboard/", cancel);

        Assert.Equal(expected, answer.StatusCode);
    }
}
