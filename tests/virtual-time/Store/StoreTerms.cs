using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>What a seed decides of the store: which server it is, how much it keeps, how often a silo writes snapshots.</summary>
/// <param name="CutsScripts">Whether a crash can leave a part of a script, as on Garnet.</param>
/// <param name="EventsKept">How many events of a shard are kept.</param>
/// <param name="EventsKeptFor">How long events are kept.</param>
internal sealed record StoreTerms(bool CutsScripts, int EventsKept, TimeSpan EventsKeptFor)
{
    private static readonly TimeSpan Always = TimeSpan.FromDays(365);

    /// <summary>What the server says of itself.</summary>
    public string Info => CutsScripts ? "garnet_version:2.2.8" : "redis_version:7.0.15";

    public static StoreTerms Of(Dice dice)
    {
        var cuts = dice.Chance(50);
        return dice.Below(10) switch
        {
            0 => new(cuts, dice.From(5, 40), Always),
            < 3 => new(cuts, 20_000, dice.Pick(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(5))),
            _ => new(cuts, 20_000, Always),
        };
    }

    /// <summary>The options of a silo that starts. Most write snapshots sooner than an installation may, so that lives of a few facts go on from them.</summary>
    public Action<JournalOptions> Options(Dice dice)
    {
        var snapshotEvery = dice.Chance(80) ? dice.From(2, 6) : dice.From(10, 60);
        return options => (options.EventsKept, options.EventsKeptFor, options.SnapshotEvery) = (EventsKept, EventsKeptFor, snapshotEvery);
    }
}
