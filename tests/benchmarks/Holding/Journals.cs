using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Benchmarks.Holding;

/// <summary>
/// Fills Redis with tickets through the clock service's own journal and its append script, many at a time and without a host in between: a million calls would take
/// longer than all that is measured.
/// </summary>
internal sealed class Journals : IAsyncDisposable
{
    private const int AtOnce = 512;

    private readonly ConnectionMultiplexer redis;
    private readonly ServiceProvider services;

    private Journals(ConnectionMultiplexer redis)
    {
        this.redis = redis;
        services = new ServiceCollection()
            .AddMetrics()
            .AddOptions()
            .AddKeyedSingleton<IConnectionMultiplexer>(ResourceNames.Redis, redis)
            .AddSingleton(TimeProvider.System).AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().AddSingleton<JournalGate>()
            .AddSingleton<TicketJournal>().AddSingleton<ComputedWith>().AddSingleton<PolicyShelf>().AddSingleton<TicketIndex>()
            .BuildServiceProvider();
    }

    /// <summary>Opens an empty journal, and stores the document that its tickets run under.</summary>
    public static async Task<Journals> OpenAsync(RedisProcess server, ParsedPolicy document)
    {
        var journals = new Journals(await server.ConnectAsync());
        await journals.services.GetRequiredService<JournalGate>().Open();
        await journals.services.GetRequiredService<PolicyShelf>().Store(document.ContentHash!, [.. document.CanonicalBytes]);

        // The due times come from this very engine: no shard needs to compute them anew.
        await Task.WhenAll(Shards.All.Select(journals.services.GetRequiredService<ComputedWith>().Note));
        return journals;
    }

    /// <summary>Appends what is given for each number from 0.</summary>
    public async Task FillAsync(int count, Func<int, Append> of)
    {
        var journal = services.GetRequiredService<TicketJournal>();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                if (await journal.Append(of(number)) != AppendOutcome.Appended)
                {
                    throw new InvalidOperationException("A ticket was there before.");
                }
            }
        })));
    }

    /// <summary>Tickets with a pending wake.</summary>
    public async Task<long> CountDueAsync() =>
        (await Task.WhenAll(Shards.All.Select(shard => redis.GetDatabase().SortedSetLengthAsync(JournalKeys.Due(shard))))).Sum();

    /// <summary>What Redis holds in memory, in bytes.</summary>
    public Task<long> MemoryAsync() => RedisProcess.MemoryAsync(redis);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await redis.DisposeAsync();
    }
}
