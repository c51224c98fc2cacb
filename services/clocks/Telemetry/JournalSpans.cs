using System.Diagnostics;
using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>Spans around the journal's calls of Redis, named and attributed by OpenTelemetry's conventions for database clients.</summary>
internal static class JournalSpans
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "SlaPlatform.Clocks";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Makes a call within a span.</summary>
    /// <param name="redis">The server called.</param>
    /// <param name="operation">The command.</param>
    /// <param name="what">What for, in a word of few.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="call">The call.</param>
    public static async Task<T> Trace<T>(IConnectionMultiplexer redis, string operation, string what, string ticketId, Func<Task<T>> call)
    {
        if (!Source.HasListeners())
        {
            return await call();
        }

        var summary = $"{operation} {what}";
        using var span = Source.StartActivity(summary, ActivityKind.Client, default(ActivityContext), Tags(redis, operation, summary, ticketId));
        try
        {
            return await call();
        }
        catch (Exception e)
        {
            span?.SetTag("error.type", (e.InnerException ?? e).GetType().FullName).SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Tags(IConnectionMultiplexer redis, string operation, string summary, string ticketId)
    {
        yield return new("db.system.name", "redis");
        yield return new("db.operation.name", operation);
        yield return new("db.query.summary", summary);
        yield return new("db.namespace", redis.GetDatabase().Database.ToString(CultureInfo.InvariantCulture));
        yield return new("slaplatform.ticket.id", ticketId);

        // Of several servers only the client knows which one was called.
        if (redis.GetEndPoints() is [var server])
        {
            var (host, port) = server switch
            {
                DnsEndPoint named => (named.Host, named.Port),
                IPEndPoint numbered => (numbered.Address.ToString(), numbered.Port),
                _ => (server.ToString() ?? "", 0),
            };
            yield return new("server.address", host);
            yield return new("server.port", port);
        }
    }
}
