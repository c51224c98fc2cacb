using NodaTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>The warnings, the breach and the meeting of one occurrence.</summary>
internal static class MilestoneSignals
{
    public static IEnumerable<Candidate> Of(Progress progress)
    {
        if (progress.ExemptReason is not null)
        {
            yield break;
        }

        var occurrence = progress.Occurrence;
        if ((progress.IsMetByRelease || progress.Target.Commitment is Commitment.Automatic) && occurrence.Met is { } kept)
        {
            yield return New(occurrence, SignalKind.Met, kept);
        }

        if (progress.Governing is not { } clock)
        {
            if (progress.Target.Commitment.IsTimed && progress.ExcludedBy is null && occurrence.Met is { } early)
            {
                yield return New(occurrence, SignalKind.Met, early);
            }

            yield break;
        }

        foreach (var (warning, warned) in clock.Warnings)
        {
            if (warned is { } at && (occurrence.Ended is not { } ended || at < ended))
            {
                yield return New(occurrence, SignalKind.Warned, at, warning.ToString());
            }
        }

        if (progress.Breach is { } breach)
        {
            yield return New(occurrence, SignalKind.Breached, breach);
        }

        if (occurrence.Met is { } met && progress.ExcludedBy is null)
        {
            yield return New(occurrence, progress.Breach is null ? SignalKind.Met : SignalKind.MetLate, met);
        }
    }

    private static Candidate New(Occurrence occurrence, SignalKind kind, Instant due, string? detail = null) =>
        new(new SignalKey(kind, occurrence.Kind, occurrence.Sequence, detail ?? "", due), due);
}
