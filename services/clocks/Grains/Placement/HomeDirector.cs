using Orleans.Runtime.Placement;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains.Placement;

/// <summary>Puts every shard on its home silo, and every ticket beside its shard: a wake stays within a silo.</summary>
internal sealed class HomeDirector : IPlacementDirector
{
    private ShardHomes? last;

    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? HomesOn(silos).Of(ShardOf(strategy, target.GrainIdentity)));
    }

    private static int ShardOf(PlacementStrategy strategy, GrainId grain) =>
        strategy is TicketPlacement ? Shards.Of(grain.Key.ToString()!) : (int)grain.GetIntegerKey();

    // Silos come and go seldom, grains often.
    private ShardHomes HomesOn(SiloAddress[] silos) => last is { } known && known.AreOn(silos) ? known : last = ShardHomes.On(silos);
}
