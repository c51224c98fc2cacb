using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>How a timed commitment is counted.</summary>
public sealed record Timing
{
    /// <summary>The cause that waiting on the customer has in <see cref="PausedBy"/>.</summary>
    public const string WaitingOnCustomer = "waiting_on_customer";

    /// <summary>The cause in <see cref="PausedBy"/> that stands for every <c>paused</c> fact, whatever its reason.</summary>
    public const string AnyPause = "paused";

    /// <summary>How long from the start.</summary>
    public required Amount Amount { get; init; }

    /// <summary>The id of the calendar that open-time amounts count on and that gives civil amounts their zone.</summary>
    public required string Calendar { get; init; }

    /// <summary>What starts it. Default: receipt.</summary>
    public StartRule Start { get; init; } = StartRule.OnReceipt;

    /// <summary>What stops it meanwhile: <see cref="WaitingOnCustomer"/>, <see cref="AnyPause"/>, or the reason of a <c>paused</c> fact. Default: nothing.</summary>
    public ImmutableSortedSet<string> PausedBy { get; init; } = [];

    /// <summary>The calendar it counts on while the ticket is with a line, by line name; other lines keep <see cref="Calendar"/>.</summary>
    public ImmutableSortedDictionary<string, string> Lines { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What a change of severity or plan does to it while it runs. Default: retroactive.</summary>
    public ChangeRule OnChange { get; init; } = ChangeRule.Retroactive;

    /// <summary>What reopening does to it. Default: resume.</summary>
    public ReopenRule OnReopen { get; init; } = ReopenRule.Resume;

    /// <summary>Whether a workaround meets it as a resolution does. Default: no.</summary>
    public bool MetByWorkaround { get; init; }

    /// <summary>When to warn before it is due, or null for the plan's warnings.</summary>
    public ImmutableArray<Warning>? Warnings { get; init; }

    /// <inheritdoc/>
    public bool Equals(Timing? other) => other is not null
        && Amount == other.Amount && Calendar == other.Calendar && Start == other.Start
        && PausedBy.SetEquals(other.PausedBy) && Lines.SequenceEqual(other.Lines)
        && OnChange == other.OnChange && OnReopen == other.OnReopen && MetByWorkaround == other.MetByWorkaround
        && Warnings.HasValue == other.Warnings.HasValue
        && (Warnings is not { } mine || mine.SequenceEqual(other.Warnings!.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Amount, Calendar, Start, OnChange, OnReopen, MetByWorkaround);
}
