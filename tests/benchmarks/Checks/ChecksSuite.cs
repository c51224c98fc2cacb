using SlaPlatform.Benchmarks.Load;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;
using SlaPlatform.Contracts.Entitlements.V1;
using StackExchange.Redis;

namespace SlaPlatform.Benchmarks.Checks;

/// <summary>CheckEntitlement from the cache beside the same calls from SQL, and how often the cache has the answer.</summary>
internal sealed class ChecksSuite : ISuite
{
    private const int ChecksForAChange = 100;
    private static readonly int[] Levels = [1, 8, 64];

    public string Name => "checks";

    public string Title => "CheckEntitlement from the cache and from SQL";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var platform = await Platform.StartAsync(redis, silos: 0);
        await using var connection = await redis.ConnectAsync();
        using var channel = platform.Entitlements.Connect();
        var accounts = new CheckedAccounts(new EntitlementService.EntitlementServiceClient(channel), run.Choose(1_024, 256));
        RunSettings.Say($"  making {accounts.Count} accounts");
        await accounts.MakeAsync();
        await LoadRun.WarmUpAsync(Levels[^1], run.Choose(20_000, 4_000), TimeSpan.FromSeconds(30), caller => accounts.CheckAsync(caller));

        var table = new Table("callers", "<inputs", "a second", "p50", "p99", "of the uncached p50");
        foreach (var callers in Levels)
        {
            // Each account once from SQL, then each once from the cache; in turn, so that both see the same machine.
            var (cold, warm) = (new List<LoadResult>(), new List<LoadResult>());
            for (var round = 0; round < run.Choose(5, 2); round++)
            {
                await ForgetAsync(connection);
                cold.Add(await PassAsync("store"));
                warm.Add(await PassAsync("cache"));
            }

            var (store, cache) = (Middle(cold), Middle(warm));
            table.Add($"{callers}", "SQL", Figures.Count(store.PerSecond), Figures.Time(store.P50), Figures.Time(store.P99), "");
            table.Add($"{callers}", "cache", Figures.Count(cache.PerSecond), Figures.Time(cache.P50), Figures.Time(cache.P99), Figures.Percent(cache.P50 / store.P50));

            async Task<LoadResult> PassAsync(string inputs)
            {
                await platform.Entitlements.AskAsync("reset");
                var result = await LoadRun.CountAsync(callers, accounts.Count / callers, (caller, number) => accounts.CheckAsync((number * callers) + caller));
                var counted = (await platform.Entitlements.AskAsync("metrics")).Checks;
                return counted.Count == 1 && counted.GetValueOrDefault(inputs) == accounts.Count
                    ? result
                    : throw new InvalidOperationException($"Of {accounts.Count} checks from {inputs}, these were counted: {string.Join(", ", counted)}.");
            }
        }

        var ratio = await MixedAsync(run, platform.Entitlements, accounts, connection);
        return new Section(Name, Title)
            .Add($"""
                {accounts.Count} accounts on SQLite, {redis.Kind}, one entitlement service; hosts, Redis and callers are processes of this one machine. From SQL means that Redis has nothing of the account:
                the check asks it, reads the database, and leaves there what it read. Passes over all accounts from SQL and from the cache take turns; the median of {run.Choose(5, 2)} each. Where the inputs
                came from is the service's own count (`slaplatform.entitlements.check.duration` by `slaplatform.check.inputs`), and each pass has to be of one kind. SQLite is a file beside the service: over a network the distance is larger.
                """)
            .Add(table)
            .Add($"""
                A mixed load beginning with an empty cache: {Figures.Count(ratio.Checks)} checks by 8 callers, half of them of a tenth of the accounts, and a change of some account (a contact more) for every {ChecksForAChange} checks:
                {Figures.Percent(ratio.Hits)} of the checks were answered from the cache.
                """);
    }

    private static async Task<(long Checks, double Hits)> MixedAsync(RunSettings run, HostProcess host, CheckedAccounts accounts, ConnectionMultiplexer connection)
    {
        const int Callers = 8;
        await ForgetAsync(connection);
        await host.AskAsync("reset");
        var each = run.Choose(5_000, 1_000);
        await LoadRun.CountAsync(Callers, each, async (caller, number) =>
        {
            var random = new Random((caller * each) + number);
            var account = random.Next(random.Next(2) == 0 ? accounts.Count / 10 : accounts.Count);
            await accounts.CheckAsync(account);
            if (number % ChecksForAChange == 0)
            {
                await accounts.ChangeAsync(random.Next(accounts.Count));
            }
        });
        var counted = (await host.AskAsync("metrics")).Checks;
        var total = counted.Values.Sum();
        return (total, (double)counted.GetValueOrDefault("cache") / total);
    }

    private static async Task ForgetAsync(ConnectionMultiplexer connection) =>
        await connection.GetDatabase().KeyDeleteAsync([.. connection.GetServers()[0].Keys(pattern: "sla:entitlements:1:*", pageSize: 10_000)]);

    private static LoadResult Middle(List<LoadResult> results) => results.OrderBy(result => result.P50).ElementAt(results.Count / 2);
}
