using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>The occurrences of a checkpoint as stored.</summary>
internal static class MilestoneCodec
{
    public static CarriedData Write(CarriedMilestone milestone, Func<PlanReference, int> placeOf) => new()
    {
        Milestone = milestone.Kind.ToString(),
        Event = new MomentData { Sequence = milestone.Event.Sequence, At = Times.Write(milestone.Event.At) },
        Answered = milestone.Answered.IsEmpty ? null : [.. milestone.Answered.SelectMany(answered => new[] { Times.Write(answered.Start), Times.Write(answered.End) })],
        Clocks = [.. milestone.Clocks.Select(clock => Write(clock, placeOf))],
        Ladders = milestone.Ladders.IsEmpty ? null : [.. milestone.Ladders.Select(clock => Write(clock, placeOf))],
    };

    public static CarriedMilestone ReadCarried(CarriedData data, ImmutableArray<PlanReference> plans) => new()
    {
        Kind = SignalCodec.Name<MilestoneKind>(data.Milestone),
        Event = new Moment(data.Event.Sequence, Times.Read(data.Event.At)),
        Answered = [.. (data.Answered ?? []).Chunk(2).Select(pair => new Interval(Times.Read(pair[0]), Times.Read(pair[1])))],
        Clocks = [.. data.Clocks.Select(clock => Read(clock, plans))],
        Ladders = [.. (data.Ladders ?? []).Select(clock => Read(clock, plans))],
    };

    public static SettledData Write(SettledMilestone milestone, Func<PlanReference, int> placeOf) => new()
    {
        Milestone = milestone.Id.Kind.ToString(),
        Occurrence = milestone.Id.Occurrence,
        Ordinal = milestone.Ordinal,
        State = milestone.State.ToString(),
        Plan = placeOf(milestone.Plan),
        Level = milestone.Level,
        Start = Times.Write(milestone.StartTime),
        Due = Times.Write(milestone.DueTime),
        Consumed = milestone.Consumed is { } consumed ? Times.Write(consumed) : null,
        Remaining = milestone.Remaining is { } remaining ? Times.Write(remaining) : null,
        Met = Times.Write(milestone.MetTime),
        Breach = Times.Write(milestone.BreachTime),
        Reason = milestone.Reason.Length == 0 ? null : milestone.Reason,
    };

    public static SettledMilestone ReadSettled(SettledData data, ImmutableArray<PlanReference> plans) => new()
    {
        Id = new MilestoneId(SignalCodec.Name<MilestoneKind>(data.Milestone), data.Occurrence),
        Ordinal = data.Ordinal,
        State = SignalCodec.Name<MilestoneState>(data.State),
        Plan = plans[data.Plan],
        Level = data.Level,
        StartTime = Times.ReadOptional(data.Start),
        DueTime = Times.ReadOptional(data.Due),
        Consumed = data.Consumed is { } consumed ? Times.ReadDuration(consumed) : null,
        Remaining = data.Remaining is { } remaining ? Times.ReadDuration(remaining) : null,
        MetTime = Times.ReadOptional(data.Met),
        BreachTime = Times.ReadOptional(data.Breach),
        Reason = data.Reason ?? "",
    };

    private static ClockData Write(CarriedClock clock, Func<PlanReference, int> placeOf) => new()
    {
        Plan = placeOf(clock.Plan),
        Level = clock.Level,
        Start = Times.Write(clock.Start),
        FirstLine = clock.FirstLine,
        From = Times.Write(clock.From),
        Before = clock.Before.ToString(CultureInfo.InvariantCulture),
        Due = Times.Write(clock.Due),
        Reached = [.. clock.Reached.Select(at => Times.Write(at))],
    };

    private static CarriedClock Read(ClockData data, ImmutableArray<PlanReference> plans) => new()
    {
        Plan = plans[data.Plan],
        Level = data.Level,
        Start = Times.Read(data.Start),
        FirstLine = data.FirstLine,
        From = Times.Read(data.From),
        Before = Int128.Parse(data.Before, CultureInfo.InvariantCulture),
        Due = Times.ReadOptional(data.Due),
        Reached = [.. data.Reached.Select(Times.ReadOptional)],
    };
}
