using NodaTime;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class NearWakesTests
{
    private const int Shard = 7;
    private const int Bound = NearWakes.PageSize * NearWakes.MostPages;

    [Theory]
    [InlineData(10, 0, 10, true)]
    [InlineData(5000, 0, NearWakes.PageSize, false)]
    [InlineData(5000, 500, 2000, false)]
    [InlineData(1010, 1000, 1010, true)]
    [InlineData(Bound + 10, Bound + 10, Bound, false)]
    public async Task Read_TheFirstAreTriedAlready_ReadsOnPastThemUpToABound(int stored, int tried, int expected, bool all)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var gate = new JournalGate(connection);
        await gate.Open();
        await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Due(Shard), [.. Enumerable.Range(0, stored).Select(number => new SortedSetEntry($"{number}", number))]);

        var near = await NearWakes.Read(
            new DueIndex(connection, gate), Shard, Instant.FromUnixTimeMilliseconds(stored), ticket => int.Parse(ticket, System.Globalization.CultureInfo.InvariantCulture) < tried);

        Assert.Equal(Enumerable.Range(0, expected).Select(number => ($"{number}", (long)number)), near.Entries);
        Assert.Equal(all, near.IsAll);
    }
}
