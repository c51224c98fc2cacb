using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TicketOpenerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_ThePlanChangesWhileItIsAsked_TakesAllOfTheNewOne()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, OpenSlowly);
        host.Entitlements.Switches.Enqueue("fast.seconds");

        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        var (id, _) = host.Catalog.RevisionOf("xtm");
        Assert.Equal($"policies/xtm@{id}/plans/gold", ticket.Plan);
    }

    [Fact]
    public async Task Open_Routed_KeepsWhoTookItOverARestart()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        string name;
        await using (var host = await ClockHost.StartAsync(redis, Cancel))
        {
            var opened = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
            Assert.Equal(("support_engineer", "Ines"), (opened.Queue, opened.Person));
            name = opened.Name;
        }

        await using var again = await ClockHost.StartAsync(redis, Cancel);
        var read = await again.Client.GetTicketAsync(new GetTicketRequest { Name = name }, cancellationToken: Cancel);
        Assert.Equal(("support_engineer", "Ines"), (read.Queue, read.Person));
    }

    [Fact]
    public async Task Open_ThePlanChangesAgainAndAgain_IsAborted()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, OpenSlowly);
        foreach (var plan in new[] { "xtm.gold", "fast.seconds", "xtm.gold", "fast.seconds" })
        {
            host.Entitlements.Switches.Enqueue(plan);
        }

        var refused = await RefusedCall.OfAsync(host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Aborted, ErrorReason.ConcurrentWrite), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Open_TheTicketsSiloIsReplacedForLongerThanTheCheckHolds_ChecksAgain()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, services =>
        {
            OpenSlowly(services);
            services.AddSingleton<IIncomingGrainCallFilter>(new LostOpening());
        });
        host.Entitlements.Switches.Enqueue("fast.seconds");
        host.Entitlements.Switches.Enqueue("fast.seconds");

        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

        var (id, _) = host.Catalog.RevisionOf("xtm");
        Assert.Equal($"policies/xtm@{id}/plans/gold", ticket.Plan);
    }

    private static void OpenSlowly(IServiceCollection services) =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TicketOpener>(provider, new SlowClock()));

    /// <summary>The first opening comes to a silo that is going.</summary>
    private sealed class LostOpening : IIncomingGrainCallFilter
    {
        private int _openings;

        public Task Invoke(IIncomingGrainCallContext context) => context.MethodName == nameof(ITicketGrain.Open) && Interlocked.Increment(ref _openings) == 1
            ? throw new OrleansException("The silo is going.")
            : context.Invoke();
    }
}
