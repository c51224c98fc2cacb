using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Cuts a ticket's life where one of its severities, its plan or what excludes it changes, or whether it is open.</summary>
internal static class SeverityPeriods
{
    /// <summary>The periods up to an instant, from the receipt on, without gaps.</summary>
    public static ImmutableArray<SeverityPeriod> Of(Timeline timeline, Instant now)
    {
        // An automatic closing at this very instant has not happened yet.
        var end = timeline.ClosesAt(now) ? now : now + Duration.Epsilon;
        List<Instant> cuts =
        [
            timeline.Received,
            .. timeline.Claimed.ChangesBetween(timeline.Received, end)
                .Concat(timeline.Verified.ChangesBetween(timeline.Received, end))
                .Concat(timeline.Ruling.ChangesBetween(timeline.Received, end))
                .Concat(timeline.Phases.ChangesBetween(timeline.Received, end))
                .Concat(timeline.Exclusions.ChangesBetween(timeline.Received, end))
                .Concat(timeline.References.ChangesBetween(timeline.Received, end))
                .Distinct().Order(),
        ];
        var found = ImmutableArray.CreateBuilder<SeverityPeriod>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var period = At(timeline, cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : null);
            // Closing what is resolved changes nothing here.
            if (found.Count > 0 && found[^1] is var last && period.Causes.IsEmpty && last.IsLike(period))
            {
                found[^1] = last with { End = period.End };
            }
            else
            {
                found.Add(period);
            }
        }

        return found.ToImmutable();
    }

    private static SeverityPeriod At(Timeline timeline, Instant at, Instant? end) => new(
        at, end, timeline.Claimed.At(at), timeline.Verified.At(at), timeline.Ruling.At(at), timeline.Phases.At(at) == Phase.Open, timeline.References.At(at))
    {
        Exclusions = timeline.Exclusions.At(at),
        IsExcluded = timeline.ExclusionOf(MilestoneKind.Resolution, at) is not null,
        Causes = [.. timeline.Told.Where(told => told.EffectiveTime == at).Select(CauseOf).OfType<SeverityCause>()],
    };

    private static SeverityCause? CauseOf(RecordedFact told) => told.Fact is Fact.SeverityChanged changed ? new SeverityCause(told.Sequence, changed) : null;
}
