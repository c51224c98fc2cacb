using System.Net;
using SlaPlatform.Clocks.Grains.Placement;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class ShardHomesTests
{
    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 32)]
    [InlineData(3, 22)]
    [InlineData(5, 13)]
    public void Of_EveryShard_GivesNoSiloMoreThanItsShare(int silos, int share)
    {
        var homes = ShardHomes.On(Silos(silos));

        Assert.All(Shards.All.GroupBy(homes.Of), home => Assert.InRange(home.Count(), 1, share));
        Assert.Equal(silos, Shards.All.Select(homes.Of).Distinct().Count());
    }

    [Fact]
    public void Of_SilosInAnotherOrder_IsTheSame()
    {
        var (one, other) = (ShardHomes.On(Silos(4)), ShardHomes.On(Silos(4).Reverse()));

        Assert.Equal(Shards.All.Select(one.Of), Shards.All.Select(other.Of));
    }

    [Fact]
    public void Of_AThirdSiloComes_MovesLittleMoreThanItsShare()
    {
        var (before, after) = (ShardHomes.On(Silos(2)), ShardHomes.On(Silos(3)));

        Assert.InRange(Shards.All.Count(shard => !before.Of(shard).Equals(after.Of(shard))), 20, 32);
    }

    [Fact]
    public void AreOn_OtherSilos_IsFalse()
    {
        var homes = ShardHomes.On(Silos(2));

        Assert.True(homes.AreOn([.. Silos(2).Reverse()]));
        Assert.False(homes.AreOn(Silos(3)));
        Assert.False(homes.AreOn([.. Silos(3).Skip(1)]));
    }

    private static SiloAddress[] Silos(int count) =>
        [.. Enumerable.Range(0, count).Select(number => SiloAddress.New(IPAddress.Loopback, 11111 + number, 500_000_000 + (number * 7)))];
}
