using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlaPlatform.Platform.Tests.ServiceDefaults.Support;
using SlaPlatform.ServiceDefaults;

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
    public async Task AddRedisConnection_ServerAway_StartsLiveButNotReady()
    {
        await using var service = await RunningService.StartAsync(
            static builder => builder.AddRedisConnection(),
            settings: "--ConnectionStrings:redis=127.0.0.1:1,connectTimeout=200,connectRetry=1");

        Assert.Equal(200, await service.StatusOfAsync(HealthPaths.Live));
        Assert.Equal(503, await service.StatusOfAsync(HealthPaths.Ready));
    }

    private static async Task<HealthCheckResponse.Types.ServingStatus> ServingStatusAsync(RunningService service)
    {
        using var channel = GrpcChannel.ForAddress(service.GrpcUrl);
        var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
        return answer.Status;
    }
}
