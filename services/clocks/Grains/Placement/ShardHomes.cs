using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>
/// Which silo each shard belongs to: the same on every silo that sees the same silos. Each has its even share, and when one comes or goes few shards move but
/// those it takes or leaves (rendezvous hashing with a bound). Immutable.
/// </summary>
internal sealed class ShardHomes
{
    private readonly ImmutableArray<SiloAddress> silos;
    private readonly ImmutableArray<int> homes;

    private ShardHomes(ImmutableArray<SiloAddress> silos)
    {
        this.silos = silos;
        var most = (Shards.Count + silos.Length - 1) / silos.Length;
        var held = new int[silos.Length];
        var chosen = ImmutableArray.CreateBuilder<int>(Shards.Count);
        foreach (var shard in Shards.All)
        {
            var home = Enumerable.Range(0, silos.Length).Where(silo => held[silo] < most).MaxBy(silo => Weight(shard, silos[silo]));
            held[home]++;
            chosen.Add(home);
        }

        homes = chosen.MoveToImmutable();
    }

    /// <summary>The homes on these silos.</summary>
    /// <param name="silos">At least one, in any order.</param>
    public static ShardHomes On(IEnumerable<SiloAddress> silos) => new([.. silos.Order()]);

    /// <summary>The silo that a shard belongs to.</summary>
    public SiloAddress Of(int shard) => silos[homes[shard]];

    /// <summary>Whether these are the homes on the given silos.</summary>
    public bool AreOn(IReadOnlyCollection<SiloAddress> others) => others.Count == silos.Length && others.All(silos.Contains);

    // Steps of a 64-bit finalizer: neighbouring shards and ports must not go together.
    private static ulong Weight(int shard, SiloAddress silo)
    {
        unchecked
        {
            var mixed = ((ulong)(uint)silo.GetConsistentHashCode() << 32) | (uint)shard;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
