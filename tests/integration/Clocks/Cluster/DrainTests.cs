using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Clocks.Hosting;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class DrainTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_WithANotice_IsUnreadyFirstAndGoesOnAfterIt()
    {
        using var stopping = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var drain = new Drain(
            new Lifetime(stopping.Token), Options.Create(new DrainOptions { NoticeFor = TimeSpan.FromSeconds(5) }), time, NullLogger<Drain>.Instance);
        var before = await HealthOf(drain);
        await stopping.CancelAsync();

        var notice = drain.StoppingAsync(Cancel);
        var during = (await HealthOf(drain), notice.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        await notice;

        Assert.Equal(HealthStatus.Healthy, before);
        Assert.Equal((HealthStatus.Unhealthy, false), during);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stop_WhileStreamsRun_EndsThemSoThatTheyCanGoOnElsewhere()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        Assert.True(await watch.ResponseStream.MoveNext(Cancel));
        using var facts = host.Client.RecordFacts(cancellationToken: Cancel);
        await facts.RequestStream.WriteAsync(
            new RecordFactsRequest { Item = ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }) }, Cancel);
        Assert.True(await facts.ResponseStream.MoveNext(Cancel));
        using var imports = host.Client.ImportTickets(cancellationToken: Cancel);
        await imports.RequestStream.WriteAsync(Imported.Ended(), Cancel);
        Assert.True(await imports.ResponseStream.MoveNext(Cancel));
        var token = watch.ResponseStream.Current.ResumeToken;

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => End(facts.ResponseStream))).StatusCode);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => End(imports.ResponseStream))).StatusCode);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => End(watch.ResponseStream))).StatusCode);
        await using var next = await ClockHost.StartAsync(redis, cancel);
        var resumed = next.Client.WatchResumingAsync(new WatchTicketsRequest { ResumeToken = token }, Cancel);
        Assert.True(await resumed.AnyAsync(entry => entry.Fact is not null, Cancel));
    }

    [Theory(Timeout = 90_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WhileACallerDoesNotReadItsAnswers_DoesNotWaitForThat(bool imports)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, settings: [("Draining:Within", "00:00:20")], sockets: true);
        using var channel = GrpcChannel.ForAddress(host.Grpc!);
        var client = new SlaClockService.SlaClockServiceClient(channel);
        using var facts = client.RecordFacts(cancellationToken: Cancel);
        using var tickets = client.ImportTickets(cancellationToken: Cancel);
        // Each is refused, which makes the longest answers.
        var sent = await SendUntilItWaits(() => imports
            ? tickets.RequestStream.WriteAsync(new ImportTicketsRequest { Open = new OpenTicketRequest { Account = "?" } }, Cancel)
            : facts.RequestStream.WriteAsync(new RecordFactsRequest { Item = new RecordFactRequest { Ticket = "?" } }, Cancel));
        var began = TimeProvider.System.GetTimestamp();

        await host.DisposeAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(17));
        Assert.True(sent > 0);
    }

    // Until the host takes no more, because its answers are not read.
    private static async Task<int> SendUntilItWaits(Func<Task> send)
    {
        for (var sent = 0; ; sent++)
        {
            var sending = send();
            if (await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel)) != sending)
            {
                return sent;
            }

            await sending;
        }
    }

    private static async Task<HealthStatus> HealthOf(Drain drain)
    {
        var registration = new HealthCheckRegistration("draining", drain, HealthStatus.Unhealthy, []);
        return (await drain.CheckHealthAsync(new HealthCheckContext { Registration = registration }, Cancel)).Status;
    }

    private static async Task End<T>(IAsyncStreamReader<T> stream)
    {
        while (await stream.MoveNext(Cancel))
        {
            // What was on its way still comes.
        }
    }

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => throw new NotSupportedException();
    }
}
