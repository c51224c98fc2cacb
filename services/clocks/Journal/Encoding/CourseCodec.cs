using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Clocks.Folding;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A fold's state as stored.</summary>
internal static class CourseCodec
{
    public static CourseData Write(TicketCourse course, Func<PlanReference, int> placeOf) => new()
    {
        Plans = Steps(course.Plans, placeOf),
        Claimed = Steps(course.Claimed, level => level),
        Verified = Steps(course.Verified, level => level),
        Ruling = Steps(course.Ruling, level => level),
        Lines = Steps(course.Lines, line => line),
        Holds = Steps(course.Holds, hold => new HoldData { Waiting = hold.WaitingReason, Pause = hold.PauseReason }),
        Exclusions = Steps(course.Exclusions, clauses => clauses.ToArray()),
        Phases = Steps(course.Phases, phase => phase.ToString()),
        Cause = Steps(course.Cause, cause => cause!),
        Agreed = course.Agreed,
        Answered = course.Answered,
        Waiting = Write(course.Waiting),
        Close = course.Attempt is not { } attempt ? null : new CloseData
        {
            Sequence = attempt.Sequence,
            Since = Times.Write(attempt.Since),
            Warn = Times.Write(attempt.WarnTime),
            Close = Times.Write(attempt.CloseTime),
        },
        ResolveTime = Times.Write(course.Ends.ResolveTime),
        CloseTime = Times.Write(course.Ends.CloseTime),
        MergedInto = course.Ends.MergedInto,
        Silence = Write(course.Silence?.Response),
        SilenceReply = Write(course.Silence?.FirstReply),
        Confirmed = Times.Write(course.Confirmed),
        WorkedAround = Times.Write(course.WorkedAround),
        AgentSpoke = course.AgentSpoke,
        CustomerSpoke = course.CustomerSpoke,
    };

    public static TicketCourse Read(CourseData data, ImmutableArray<PlanReference> plans) => new()
    {
        Plans = Steps(data.Plans, place => plans[place]),
        Claimed = Steps(data.Claimed, level => level),
        Verified = Steps(data.Verified, level => level),
        Ruling = Steps(data.Ruling, level => level),
        Lines = Steps(data.Lines, line => line!),
        Holds = Steps(data.Holds, hold => new Hold(hold!.Waiting, hold.Pause)),
        Exclusions = Steps(data.Exclusions, clauses => clauses!.ToImmutableSortedSet()),
        Phases = Steps(data.Phases, phase => SignalCodec.Name<Phase>(phase!)),
        Cause = Steps(data.Cause, cause => cause),
        Agreed = data.Agreed,
        Answered = data.Answered,
        Waiting = Read(data.Waiting),
        Attempt = data.Close is not { } close ? null : new CloseAttempt(close.Sequence, Times.Read(close.Since), Times.Read(close.Warn), Times.Read(close.Close), null),
        Ends = new TicketEnds(Times.ReadOptional(data.ResolveTime), Times.ReadOptional(data.CloseTime), data.MergedInto),
        Silence = Read(data.Silence) is { } response ? new OpenSilence(response, Read(data.SilenceReply)) : null,
        Confirmed = Times.ReadOptional(data.Confirmed),
        WorkedAround = Times.ReadOptional(data.WorkedAround),
        AgentSpoke = data.AgentSpoke,
        CustomerSpoke = data.CustomerSpoke,
    };

    private static StepData<TStored>[] Steps<T, TStored>(ImmutableArray<Step<T>> steps, Func<T, TStored> write) =>
        [.. steps.Select(step => new StepData<TStored> { From = Times.Write(step.From), Value = write(step.Value) })];

    private static ImmutableArray<Step<T>> Steps<T, TStored>(StepData<TStored>[] steps, Func<TStored?, T> read) =>
        [.. steps.Select(step => new Step<T>(Times.Read(step.From), read(step.Value)))];

    private static MomentData? Write(Moment? moment) => moment is null ? null : new MomentData { Sequence = moment.Sequence, At = Times.Write(moment.At) };

    private static Moment? Read(MomentData? data) => data is null ? null : new Moment(data.Sequence, Times.Read(data.At));
}
