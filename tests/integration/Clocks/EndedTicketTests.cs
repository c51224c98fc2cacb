using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Lists with closed and merged tickets.</summary>
public sealed class EndedTicketTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListTickets_WithClosedOnes_GivesThemLastByTheirEndPageByPage()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ended = new[] { "2025-03-05", "2025-03-01", "2025-03-03", "2025-03-02", "2025-03-04" }.Select(day => Imported.Ended(received: $"{day}T09:00:00Z")).ToList();
        await Imported.ImportAsync(host.Client, ended);
        var paused = Imported.Ticket("accounts/xtm.gold", "2025-03-06T09:00:00Z", (1, new FactBody { Paused = new Paused { Reason = "vendor" } }));
        await Imported.ImportAsync(host.Client, paused);
        var running = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var old = await OldEntry(host, redis, ended[2].Open.TicketId);

        var names = await Pages(host);

        var byEnd = ended.OrderBy(ticket => ticket.Open.EffectiveTime).Select(ticket => $"tickets/{ticket.Open.TicketId}").Where(name => name != old);
        Assert.Equal(running.Name, names[0]);
        Assert.Equal(new[] { old, $"tickets/{paused.Open.TicketId}" }.Order(StringComparer.Ordinal), names[1..3]);
        Assert.Equal(byEnd, names[3..]);
    }

    /// <summary>Makes a closed ticket's entry what it was before ends were kept.</summary>
    private static async Task<string> OldEntry(ClockHost host, RedisServer redis, string ticket)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (database, shard) = (connection.GetDatabase(), Shards.Of(ticket));
        var digest = await host.Services.GetRequiredService<TicketIndex>().Find(ticket);
        Assert.NotNull(digest?.EndTime);
        await database.SortedSetAddAsync(JournalKeys.Ended(shard), ticket, JournalKeys.NoDue);
        await database.HashSetAsync(JournalKeys.Summary(shard), ticket, SlaPlatform.Clocks.Journal.Encoding.DigestCodec.Write(digest with { EndTime = null }));
        return $"tickets/{ticket}";
    }

    private static async Task<List<string>> Pages(ClockHost host)
    {
        var names = new List<string>();
        var request = new ListTicketsRequest { PageSize = 2, Filter = new TicketFilter { States = { TicketState.Open, TicketState.Paused, TicketState.Closed } } };
        do
        {
            var page = await host.Client.ListTicketsAsync(request, cancellationToken: Cancel);
            names.AddRange(page.Tickets.Select(ticket => ticket.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return names;
    }
}
