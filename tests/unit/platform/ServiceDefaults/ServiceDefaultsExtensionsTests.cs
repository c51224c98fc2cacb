using System.Net;
using System.Net.Sockets;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlaPlatform.Platform.Tests.ServiceDefaults.Support;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Platform.Tests.ServiceDefaults;

public sealed class ServiceDefaultsExtensionsTests
{
    [Fact]
    public async Task MapServiceDefaults_SoundService_IsLiveReadyAndServing()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal(200, await service.StatusOfAsync(HealthPaths.Live));
        Assert.Equal(200, await service.StatusOfAsync(HealthPaths.Ready));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await ServingStatusAsync(service));
    }

    [Fact]
    public async Task MapServiceDefaults_FailingReadinessCheck_IsLiveButNotReady()
    {
        await using var service = await RunningService.StartAsync(static builder =>
            builder.Services.AddHealthChecks().AddCheck("store", static () => HealthCheckResult.Unhealthy(), [HealthTags.Ready]));

        Assert.Equal(200, await service.StatusOfAsync(HealthPaths.Live));
        Assert.Equal(503, await service.StatusOfAsync(HealthPaths.Ready));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await ServingStatusAsync(service));
    }

    [Fact]
    public async Task AddRedisConnectionAsync_ServerAway_StartsLiveButNotReady()
    {
        await using var service = await RunningService.StartAsync(
            connect: static builder => builder.AddRedisConnectionAsync(),
            settings: "--ConnectionStrings:redis=127.0.0.1:1,connectTimeout=200,connectRetry=1");

        Assert.Equal(200, await service.StatusOfAsync(HealthPaths.Live));
        Assert.Equal(503, await service.StatusOfAsync(HealthPaths.Ready));
    }

    [Fact]
    public async Task AddRedisConnectionAsync_ServerSilent_HasTriedBeforeTheHostIsBuilt()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var builder = WebApplication.CreateBuilder(
            [$"--ConnectionStrings:redis={silent.LocalEndpoint},connectTimeout=200,connectRetry=1", "--Logging:LogLevel:Default=None"]);

        await builder.AddRedisConnectionAsync();

        Assert.True(silent.Pending(), "Nobody has connected yet.");
        await using var app = builder.Build();
        Assert.False(app.Services.GetRequiredKeyedService<IConnectionMultiplexer>(ResourceNames.Redis).IsConnected);
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> ServingStatusAsync(RunningService service)
    {
        using var channel = GrpcChannel.ForAddress(service.GrpcUrl);
        var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
        return answer.Status;
    }
}
