using System.Collections.Immutable;

namespace SlaPlatform.Engine.Clocks;

/// <summary>What became of facts that were to be recorded.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>They are recorded, all of them.</summary>
    /// <param name="Turn">What to append.</param>
    public sealed record Accepted(Turn Turn) : Decision;

    /// <summary>None is recorded.</summary>
    /// <param name="Refusals">Everything that was wrong.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : Decision;

    /// <summary>Not decided: a fact reaches back before the checkpoint of the record, or changes what governs milestones that began before it. Decide on the whole record.</summary>
    public sealed record NeedsWhole : Decision;
}
