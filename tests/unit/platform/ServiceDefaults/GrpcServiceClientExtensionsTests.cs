using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaPlatform.Platform.Tests.ServiceDefaults.Support;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Platform.Tests.ServiceDefaults;

public sealed class GrpcServiceClientExtensionsTests
{
    [Fact]
    public async Task AddGrpcServiceClient_PeerBrieflyUnavailable_TriesAgain()
    {
        var peer = new FlakyHealth(StatusCode.Unavailable, failures: 2);

        await CallAsync(peer);

        Assert.Equal(3, peer.Calls);
    }

    [Fact]
    public async Task AddGrpcServiceClient_OtherFailure_IsNotTriedAgain()
    {
        var peer = new FlakyHealth(StatusCode.Internal, failures: 2);

        await Assert.ThrowsAsync<RpcException>(() => CallAsync(peer));

        Assert.Equal(1, peer.Calls);
    }

    [Fact]
    public async Task AddGrpcServiceClient_CallWithoutDeadline_HasTheDefault()
    {
        var peer = new FlakyHealth(StatusCode.OK, failures: 0);

        await CallAsync(peer);

        Assert.InRange(peer.Deadline, DateTime.UnixEpoch, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(10));
    }

    [Fact]
    public async Task AddGrpcServiceClient_TooManyAttempts_IsRefusedAtStart() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartAsync(AddClient, settings: "--GrpcClients:MaxAttempts=6"));

    private static void AddClient(WebApplicationBuilder builder) => builder.AddGrpcServiceClient<Health.HealthClient>("peer");

    private static async Task CallAsync(FlakyHealth peer)
    {
        await using var server = await RunningService.StartAsync(builder => builder.Services.AddSingleton(peer), static app => app.MapGrpcService<FlakyHealth>());
        await using var caller = await RunningService.StartAsync(AddClient, settings: $"--services:peer:grpc:0={server.GrpcUrl}");
        await caller.Services.GetRequiredService<Health.HealthClient>().CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);
    }
}
