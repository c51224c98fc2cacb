using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>How a plan climbs an escalation ladder at one severity level.</summary>
public abstract record Escalation
{
    private Escalation(string ladder) => Ladder = ladder;

    /// <summary>The id of the ladder in the policy.</summary>
    public string Ladder { get; }

    /// <summary>One level at each interval while the followed milestone is unresolved, from receipt; pauses with that milestone.</summary>
    public sealed record AtInterval : Escalation
    {
        /// <summary>Climbs the ladder at each interval.</summary>
        /// <param name="ladder">The id of the ladder.</param>
        /// <param name="interval">Between two rungs, and from receipt to the first.</param>
        /// <param name="calendar">The id of the calendar that the interval counts on.</param>
        /// <param name="follows">The milestone that it pauses with.</param>
        public AtInterval(string ladder, Amount interval, string calendar, MilestoneKind follows = MilestoneKind.Resolution)
            : base(ladder)
        {
            Interval = interval;
            Calendar = calendar;
            Follows = follows;
        }

        /// <summary>Between two rungs, and from receipt to the first.</summary>
        public Amount Interval { get; }

        /// <summary>The id of the calendar that the interval counts on.</summary>
        public string Calendar { get; }

        /// <summary>The milestone that it pauses with.</summary>
        public MilestoneKind Follows { get; }
    }

    /// <summary>One level for each breach of the ticket, in the order of the breach times.</summary>
    public sealed record OnBreach : Escalation
    {
        /// <summary>Climbs the ladder at each breach.</summary>
        /// <param name="ladder">The id of the ladder.</param>
        /// <param name="follows">The milestones whose breaches count; empty for all.</param>
        public OnBreach(string ladder, ImmutableSortedSet<MilestoneKind>? follows = null)
            : base(ladder) => Follows = follows ?? [];

        /// <summary>The milestones whose breaches count; empty for all.</summary>
        public ImmutableSortedSet<MilestoneKind> Follows { get; }

        /// <inheritdoc/>
        public bool Equals(OnBreach? other) => other is not null && Ladder == other.Ladder && Follows.SetEquals(other.Follows);

        /// <inheritdoc/>
        public override int GetHashCode() => Ladder.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The vendor says that the ladder does not apply at this level: shown, never climbed.</summary>
    public sealed record NotApplicable : Escalation
    {
        /// <summary>Says that the ladder does not apply.</summary>
        /// <param name="ladder">The id of the ladder.</param>
        public NotApplicable(string ladder)
            : base(ladder)
        {
        }
    }
}
