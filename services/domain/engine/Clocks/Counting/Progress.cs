using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>
/// One occurrence counted under the targets that governed it. More than one clock runs when a change keeps the earlier due time.
/// </summary>
internal sealed record Progress
{
    public required Occurrence Occurrence { get; init; }

    /// <summary>What is promised as of its end or of the last change.</summary>
    public required Promise Latest { get; init; }

    /// <summary>The target that governs it: an earlier one where a change kept its due time or came after its breach.</summary>
    public Target Target => (Governing?.Promise ?? Latest).Target;

    /// <summary>The severity level that the target belongs to.</summary>
    public int Level => (Governing?.Promise ?? Latest).Level;

    /// <summary>The terms that the target is one of.</summary>
    public PlanTerms Terms => (Governing?.Promise ?? Latest).Terms;

    /// <summary>Empty while it is untimed, exempt from the start, or what starts it has not happened.</summary>
    public required ImmutableArray<RunningClock> Clocks { get; init; }

    /// <summary>Why it is not owed at all, or null.</summary>
    public string? ExemptReason { get; init; }

    /// <summary>The clause that had taken it out when it ended, neither met nor breached before; or null.</summary>
    public string? ExcludedBy { get; init; }

    /// <summary>Whether a release brought what is promised with the next routine one: another solution leaves the promise as it was.</summary>
    public bool IsMetByRelease { get; init; }

    /// <summary>The clock with the earliest due time; the first while none has one.</summary>
    public RunningClock? Governing => Clocks.Length < 2
        ? Clocks.FirstOrDefault()
        : Clocks.Where(clock => clock.Due is not null).MinBy(clock => clock.Due) ?? Clocks[0];

    /// <summary>When it is due if nothing more is told.</summary>
    public Instant? Due => ExemptReason is null ? Governing?.Due : null;

    /// <summary>The due time that passed, or will pass, unmet; due exactly when it ended is in time.</summary>
    public Instant? Breach => Due is { } due && (Occurrence.Ended is not { } ended || due < ended) ? due : null;

    public static Progress? Of(Timeline timeline, Occurrence occurrence)
    {
        var governed = Governance.Of(timeline, occurrence);
        return governed is null ? null : governed with
        {
            ExemptReason = Exempt(timeline, governed),
            ExcludedBy = Excluded(timeline, governed),
            IsMetByRelease = governed.Target.Commitment is Commitment.NextRoutineRelease && IsReleased(timeline, occurrence),
        };
    }

    private static bool IsReleased(Timeline timeline, Occurrence occurrence) =>
        occurrence.Met is not null && timeline.Told.Any(told => told.Sequence == occurrence.EndSequence && told.Fact is Fact.Resolved { Release: not null });

    private static string? Excluded(Timeline timeline, Progress progress) =>
        progress.Target.Commitment.IsTimed && progress.Occurrence.Ended is { } ended && progress.Breach is null
            ? timeline.ExclusionOf(progress.Occurrence.Kind, ended)
            : null;

    private static string? Exempt(Timeline timeline, Progress progress)
    {
        if (!progress.Target.Commitment.IsTimed && progress.Target.Commitment is not Commitment.Automatic)
        {
            return null;
        }

        if (timeline.Opening.TargetsExemptReason is { } reason)
        {
            return reason;
        }

        if (progress.Target.Commitment is Commitment.Automatic)
        {
            return null;
        }

        foreach (var condition in progress.Target.Conditions)
        {
            if (Unmet(timeline, condition, CauseOf(timeline, progress.Occurrence), progress.Clocks.IsEmpty && progress.Occurrence.Met is null) is { } unmet)
            {
                return unmet;
            }
        }

        return null;
    }

    /// <summary>What the cause was held to be when the occurrence ended: what is found out afterwards does not undo how it ended.</summary>
    private static string? CauseOf(Timeline timeline, Occurrence occurrence) =>
        occurrence.Ended is { } ended ? timeline.Cause.At(ended) : timeline.Cause.Last;

    private static string? Unmet(Timeline timeline, TargetCondition condition, string? cause, bool maybeLater) => condition switch
    {
        TargetCondition.Production when timeline.Opening.Production != true => "The report does not concern a production environment.",
        TargetCondition.Unusable when timeline.Opening.Unusable != true => "The report does not say that the service is unusable.",
        TargetCondition.ConfirmedCause wanted when cause is not null && cause != wanted.Cause =>
            $"The confirmed cause is {cause}; the target is owed when it is {wanted.Cause}.",
        TargetCondition.ConfirmedCause wanted when cause is null && !maybeLater =>
            $"The cause is not confirmed; the target is owed when it is {wanted.Cause}.",
        _ => null,
    };
}
