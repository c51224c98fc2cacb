using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using Amount = SlaPlatform.BusinessTime.Amount;
using Derivation = SlaPlatform.BusinessTime.Derivation;
using WireDerivation = SlaPlatform.Contracts.Vocabulary.V1.Derivation;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Derivations on the wire.</summary>
public static class DerivationMapping
{
    /// <summary>A segment of a calendar as a message.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="calendar">The calendar's id within its policy; empty for inline calendars and civil time.</param>
    /// <param name="businessDay">The length of a business day, for amounts in business days.</param>
    public static Segment ToProto(this CalendarSegment segment, string calendar = "", Duration? businessDay = null) => new()
    {
        StartTime = segment.From.ToTimestamp(),
        EndTime = segment.To.ToTimestamp(),
        Rule = segment.Kind switch
        {
            SegmentKind.Closed => SegmentRule.Closed,
            SegmentKind.Holiday => SegmentRule.Holiday,
            _ => SegmentRule.Counted,
        },
        Detail = segment.Holiday ?? "",
        Calendar = calendar,
        CreditedDuration = segment.Credited.ToProtobufDuration(),
        BusinessDayDuration = businessDay?.ToProtobufDuration(),
    };

    /// <summary>The derivation of a due time as a message.</summary>
    /// <param name="derivation">The derivation.</param>
    /// <param name="calendar">The calendar's id within its policy; empty for inline calendars.</param>
    /// <param name="businessDay">The length of the calendar's business day.</param>
    /// <param name="landing">One sentence about the landing.</param>
    public static WireDerivation ToProto(this Derivation derivation, string calendar, Duration? businessDay, string landing)
    {
        var civil = derivation.Amount is Amount.CalendarDays or Amount.CalendarMonths;
        var shown = derivation.Amount is Amount.BusinessDays ? businessDay : null;
        return new WireDerivation
        {
            Segments = { derivation.Segments.Select(segment => segment.ToProto(civil ? "" : calendar, shown)) },
            StartTime = derivation.Start.ToTimestamp(),
            EndTime = derivation.DueTime.ToTimestamp(),
            DueTime = derivation.DueTime.ToTimestamp(),
            Amount = derivation.Amount.ToProto(),
            ConsumedDuration = derivation.Credited.ToProtobufDuration(),
            Landing = landing,
            TzdbVersion = TimeZones.Version,
        };
    }

    /// <summary>The derivation of a ticket's milestone as a message.</summary>
    public static WireDerivation ToProto(this MilestoneDerivation derivation) => new()
    {
        Segments = { derivation.Segments.Select(ToProto) },
        StartTime = derivation.Start.ToTimestamp(),
        EndTime = derivation.End.ToTimestamp(),
        DueTime = derivation.Milestone.DueTime?.ToTimestamp(),
        Amount = derivation.Milestone.Target.Commitment.Timing?.Amount.ToProto(),
        ConsumedDuration = derivation.Segments.Aggregate(Duration.Zero, (sum, segment) => sum + segment.Credited).ToProtobufDuration(),
        Landing = derivation.Landing,
        TzdbVersion = TimeZones.Version,
    };

    private static Segment ToProto(DerivationSegment segment) => new()
    {
        StartTime = segment.From.ToTimestamp(),
        EndTime = segment.To.ToTimestamp(),
        Rule = segment.Rule.ToProto(),
        Detail = segment.Detail,
        Calendar = segment.Calendar,
        Line = segment.Line,
        CreditedDuration = segment.Credited.ToProtobufDuration(),
        BusinessDayDuration = segment.BusinessDay?.ToProtobufDuration(),
    };
}
