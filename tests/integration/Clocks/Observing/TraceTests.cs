using System.Collections.Concurrent;
using System.Diagnostics;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class TraceTests
{
    private static readonly ActivitySource Source = new("SlaPlatform.Integration.Tests");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task RecordFact_OverTheNetwork_IsOneTraceFromTheClientToRedis()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, sockets: true);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        ActivitySource.AddActivityListener(listener);
        ActivityTraceId trace;
        using (var root = Source.StartActivity("test")!)
        {
            trace = root.TraceId;
            await host.Client.RecordFactAsync(ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        }

        // The server's span ends after the answer.
        Activity[] seen;
        do
        {
            await Task.Yield();
            seen = [.. spans.Where(span => span.TraceId == trace)];
        }
        while (!seen.Any(span => span is { Source.Name: "Microsoft.AspNetCore", Kind: ActivityKind.Server }));

        var append = Assert.Single(seen, span => span.DisplayName == "EVALSHA append");
        var way = Way(append, seen).Select(span => $"{span.Source.Name} {span.Kind}").ToArray();
        Assert.Equal(JournalSpans.SourceName + " Client", way[0]);
        Assert.Contains("Microsoft.Orleans.Application Server", way);
        Assert.Contains("Microsoft.Orleans.Application Client", way);
        Assert.Contains("Microsoft.AspNetCore Server", way);
        Assert.Contains("System.Net.Http Client", way);
        Assert.Equal("SlaPlatform.Integration.Tests Internal", way[^1]);
        Assert.Equal(
            ["EVALSHA", "EVALSHA append", "redis", "0", "127.0.0.1", redis.Port],
            new[] { "db.operation.name", "db.query.summary", "db.system.name", "db.namespace", "server.address", "server.port" }.Select(append.GetTagItem));
        Assert.Equal(ticket.Name, "tickets/" + append.GetTagItem("slaplatform.ticket.id"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Trace_ACallThatFails_IsMarkedWithItsError()
    {
        Activity? span = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JournalSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped => span = stopped.DisplayName == "LRANGE failing" ? stopped : span,
        };
        ActivitySource.AddActivityListener(listener);
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);

        await Assert.ThrowsAsync<TimeoutException>(() => JournalSpans.Trace<int>(connection, "LRANGE", "failing", "t", () => throw new TimeoutException()));

        Assert.Equal(ActivityStatusCode.Error, span!.Status);
        Assert.Equal("System.TimeoutException", span.GetTagItem("error.type"));
    }

    /// <summary>A span, its parent, and so on.</summary>
    private static IEnumerable<Activity> Way(Activity span, Activity[] seen)
    {
        for (var at = span; at is not null; at = seen.FirstOrDefault(parent => parent.SpanId == at.ParentSpanId))
        {
            yield return at;
        }
    }
}
