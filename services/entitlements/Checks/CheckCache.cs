using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>
/// The inputs of entitlement checks in Redis. One hash an account, <c>sla:entitlements:1:{account}</c>:
/// <list type="bullet">
/// <item><c>v</c>: the version of the account in <c>d</c>;</item>
/// <item><c>d</c>: the inputs (see <see cref="AccountInputsCodec"/>);</item>
/// <item><c>t:...</c>: one tombstone for each change under way. While there is any, there is no <c>d</c>, and readers ask SQL.</item>
/// </list>
/// A change sets its tombstone before it commits and takes it away after, so that no reader sees what a finished change has replaced, whoever dies between.
/// </summary>
internal sealed class CheckCache([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis)
{
    /// <summary>How long unchanged inputs stay.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long the tombstone of a change that died stays: longer than any change or read lasts.</summary>
    public static readonly TimeSpan TombstoneLifetime = TimeSpan.FromMinutes(2);

    private const string Bury = """
        redis.call('HSET', KEYS[1], ARGV[1], '1')
        redis.call('HDEL', KEYS[1], 'v', 'd')
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return 1
        """;

    // Without data (a change that failed) it only takes the tombstone away. Data never replaces newer data, nor stands beside a tombstone.
    private const string Publish = """
        redis.call('HDEL', KEYS[1], ARGV[1])
        if ARGV[3] == '' then return 0 end
        local stored = redis.call('HGET', KEYS[1], 'v')
        if not stored and redis.call('HLEN', KEYS[1]) > 0 then return 0 end
        if stored and tonumber(stored) >= tonumber(ARGV[2]) then return 0 end
        redis.call('HSET', KEYS[1], 'v', ARGV[2], 'd', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    // Asked of a server that is known to be away, a command waits for its timeout first.
    private IDatabase Database => redis.IsConnected
        ? redis.GetDatabase()
        : throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, "Redis is away.");

    /// <summary>The cached inputs, or null when there are none, a change is under way, or Redis is away.</summary>
    public async Task<AccountInputs?> FindAsync(string accountId)
    {
        try
        {
            var data = await Database.HashGetAsync(Key(accountId), "d");
            return data.HasValue ? AccountInputsCodec.Read(data!) : null;
        }
        catch (Exception e) when (IsAway(e))
        {
            return null;
        }
    }

    /// <summary>Offers inputs read from SQL; newer ones and changes under way win. Redis being away is no matter.</summary>
    public async Task FillAsync(AccountInputs inputs)
    {
        try
        {
            await PublishAsync(inputs.Account.Id, "-", inputs);
        }
        catch (Exception e) when (IsAway(e))
        {
            // The next check asks SQL again.
        }
    }

    /// <summary>Makes every reader ask SQL until <see cref="EndAsync"/>.</summary>
    /// <returns>The tombstone, or null when Redis is away and the change must not happen.</returns>
    public async Task<string?> BeginAsync(string accountId)
    {
        var tombstone = $"t:{Guid.NewGuid():N}";
        try
        {
            await Database.ScriptEvaluateAsync(Bury, [Key(accountId)], [tombstone, (long)TombstoneLifetime.TotalMilliseconds]);
            return tombstone;
        }
        catch (Exception e) when (IsAway(e))
        {
            return null;
        }
    }

    /// <summary>Ends a change: publishes what it committed, or nothing when it failed. When Redis goes away here, the tombstone expires by itself.</summary>
    public async Task EndAsync(string accountId, string tombstone, AccountInputs? committed)
    {
        try
        {
            await PublishAsync(accountId, tombstone, committed);
        }
        catch (Exception e) when (IsAway(e))
        {
            // Readers ask SQL until the tombstone has expired.
        }
    }

    private Task<RedisResult> PublishAsync(string accountId, string tombstone, AccountInputs? inputs) => Database.ScriptEvaluateAsync(
        Publish,
        [Key(accountId)],
        [tombstone, inputs?.Account.Version ?? 0, inputs is null ? "" : AccountInputsCodec.Write(inputs), (long)Lifetime.TotalMilliseconds]);

    private static RedisKey Key(string accountId) => $"sla:entitlements:1:{{{accountId}}}";

    private static bool IsAway(Exception e) => e is RedisException or TimeoutException;
}
