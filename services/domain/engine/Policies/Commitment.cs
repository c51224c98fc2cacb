namespace SlaPlatform.Engine.Policies;

/// <summary>What a vendor promises for one milestone.</summary>
public abstract record Commitment
{
    private Commitment()
    {
    }

    /// <summary>Whether the milestone has a due time.</summary>
    public bool IsTimed => this is Within or Every;

    /// <summary>The timing of a timed commitment, or null.</summary>
    public Timing? Timing => this switch
    {
        Within within => within.Terms,
        Every every => every.Terms,
        _ => null,
    };

    /// <summary>Nothing is promised; the milestone is not shown.</summary>
    public sealed record None : Commitment;

    /// <summary>As soon as reasonably possible; shown, never timed.</summary>
    public sealed record BestEffort : Commitment;

    /// <summary>An automatic acknowledgement meets it at opening.</summary>
    public sealed record Automatic : Commitment;

    /// <summary>Delivered with the next routine release; shown as scheduled, never timed.</summary>
    public sealed record NextRoutineRelease : Commitment;

    /// <summary>The vendor says it does not apply; shown, never timed.</summary>
    public sealed record NotApplicable : Commitment;

    /// <summary>One due time.</summary>
    /// <param name="Terms">How it is counted.</param>
    public sealed record Within(Timing Terms) : Commitment;

    /// <summary>Recurring: the longest silence allowed, counted from each start.</summary>
    /// <param name="Terms">How it is counted.</param>
    public sealed record Every(Timing Terms) : Commitment;
}
