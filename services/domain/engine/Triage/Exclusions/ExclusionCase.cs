using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Triage.Exclusions;

/// <summary>All that was decided about one clause and one ticket: a decision, perhaps an appeal and a reversal, perhaps a new decision.</summary>
public sealed record ExclusionCase
{
    private ExclusionCase(ImmutableArray<ExclusionStep> steps)
    {
        Steps = steps;
        (State, LastCounting) = steps.Aggregate((ExclusionState.None, (Instant?)null), After);
    }

    /// <summary>The steps in the order in which they were recorded.</summary>
    public ImmutableArray<ExclusionStep> Steps { get; }

    /// <summary>How the decision stands after all of them.</summary>
    public ExclusionState State { get; }

    /// <summary>From when the last decision or reversal counts; null while none does. The next one counts from no earlier time.</summary>
    public Instant? LastCounting { get; }

    /// <summary>Whether the ticket is excluded under the clause.</summary>
    public bool Excludes => State is ExclusionState.Decided or ExclusionState.Appealed;

    /// <summary>A case of the steps that were recorded.</summary>
    /// <param name="steps">The steps in order; none for a clause that nobody has decided on.</param>
    public static ExclusionCase Of(params IEnumerable<ExclusionStep> steps) => new([.. steps]);

    /// <summary>Whether a step may come next: only what excludes is appealed or reversed, it is appealed once, and decided anew only after a reversal.</summary>
    /// <param name="next">The step.</param>
    public bool Allows(ExclusionStepKind next) => next switch
    {
        ExclusionStepKind.Decided => !Excludes,
        ExclusionStepKind.Appealed => State == ExclusionState.Decided,
        ExclusionStepKind.Dismissed => State == ExclusionState.Appealed,
        _ => Excludes,
    };

    /// <inheritdoc/>
    public bool Equals(ExclusionCase? other) => other is not null && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Steps.Length, State);

    // A step that does not fit, because the clock refused the one before it, changes nothing.
    private static (ExclusionState State, Instant? LastCounting) After((ExclusionState State, Instant? LastCounting) before, ExclusionStep step) => (before.State, step) switch
    {
        (ExclusionState.None, { Kind: ExclusionStepKind.Decided, IsRefused: true }) => (ExclusionState.Refused, before.LastCounting),
        (_, { IsRefused: true }) => before,
        (ExclusionState.None or ExclusionState.Reversed or ExclusionState.Refused, { Kind: ExclusionStepKind.Decided }) => (ExclusionState.Decided, step.EffectiveTime),
        (ExclusionState.Decided, { Kind: ExclusionStepKind.Appealed }) => (ExclusionState.Appealed, before.LastCounting),
        (ExclusionState.Appealed, { Kind: ExclusionStepKind.Dismissed }) => (ExclusionState.Decided, before.LastCounting),
        (ExclusionState.Decided or ExclusionState.Appealed, { Kind: ExclusionStepKind.Reversed }) => (ExclusionState.Reversed, step.EffectiveTime),
        _ => before,
    };
}
