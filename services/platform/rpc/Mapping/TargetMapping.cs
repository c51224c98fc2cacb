using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using Amount = SlaPlatform.BusinessTime.Amount;
using Target = SlaPlatform.Engine.Policies.Target;
using TargetCondition = SlaPlatform.Engine.Policies.TargetCondition;
using WireCondition = SlaPlatform.Contracts.Vocabulary.V1.TargetCondition;
using WireLadder = SlaPlatform.Contracts.Vocabulary.V1.EscalationLadder;
using WireTarget = SlaPlatform.Contracts.Vocabulary.V1.Target;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Targets and ladders on the wire.</summary>
/// <param name="policy">The policy that they belong to.</param>
/// <param name="language">The language of their texts (BCP 47).</param>
/// <param name="zoneOf">The zone to show for a calendar of the policy, by its id; null for the zone its definition names.</param>
public sealed class TargetMapping(Policy policy, string language, Func<string, string>? zoneOf = null)
{
    private readonly TargetWords _words = TargetWords.In(language);

    /// <summary>The targets of a subscription: zones as they hold for it.</summary>
    public static TargetMapping For(PlanTerms terms, string language) =>
        new(terms.Policy, language, id => terms.Calendar(id).Zone.Id);

    /// <summary>The target as a message; null (nothing promised) is <see cref="TargetKind.None"/>.</summary>
    public WireTarget ToProto(Target? target)
    {
        var commitment = target?.Commitment ?? new Commitment.None();
        var timing = commitment.Timing;
        return new WireTarget
        {
            Kind = KindOf(commitment),
            Timed = timing is null ? null : Timed(timing),
            Pauses = { timing?.PausedBy ?? [] },
            Conditions = { target?.Conditions.Select(Condition) ?? [] },
            MetByWorkaround = timing?.MetByWorkaround ?? false,
            Source = target?.Source ?? "",
            Summary = _words.Say(commitment),
        };
    }

    /// <summary>The ladder that a plan climbs at a level; null for none.</summary>
    public WireLadder? ToProto(Escalation? escalation)
    {
        if (escalation is null)
        {
            return null;
        }

        var ladder = policy.Ladders[escalation.Ladder];
        var wire = new WireLadder
        {
            Id = ladder.Id,
            Rungs = { ladder.Levels.Select((role, index) => new Rung { Level = index + 1, Role = role.In(language) }) },
        };
        switch (escalation)
        {
            case Escalation.AtInterval interval:
                wire.Follows.Add(interval.Follows.ToProto());
                wire.Interval = new TimedTarget
                {
                    Amount = interval.Interval.ToProto(),
                    Start = new TargetStart { Events = { Contracts.Vocabulary.V1.StartEvent.Received } },
                };
                SetCounting(wire.Interval, interval.Interval, interval.Calendar);
                break;
            case Escalation.OnBreach breach:
                wire.Follows.Add(breach.Follows.Select(kind => kind.ToProto()));
                break;
        }

        return wire;
    }

    private static TargetKind KindOf(Commitment commitment) => commitment switch
    {
        Commitment.BestEffort => TargetKind.BestEffort,
        Commitment.Automatic => TargetKind.Automatic,
        Commitment.NextRoutineRelease => TargetKind.NextRoutineRelease,
        Commitment.NotApplicable => TargetKind.NotApplicable,
        Commitment.Within => TargetKind.Within,
        Commitment.Every => TargetKind.Every,
        _ => TargetKind.None,
    };

    private static WireCondition Condition(TargetCondition condition) => condition switch
    {
        TargetCondition.Production => WireCondition.Production,
        TargetCondition.Unusable => WireCondition.Unusable,
        TargetCondition.ConfirmedCause { Cause: "vendor" } => WireCondition.VendorCause,
        _ => throw new NotSupportedException($"The contract has no word for the condition {condition}."),
    };

    private TimedTarget Timed(Timing timing)
    {
        var timed = new TimedTarget
        {
            Amount = timing.Amount.ToProto(),
            Start = Start(timing.Start),
            Lines = { timing.Lines.Select(line => new LineCalendar { Line = ChoiceMapping.LineOfWord(line.Key), Calendar = line.Value }) },
        };
        SetCounting(timed, timing.Amount, timing.Calendar);
        return timed;
    }

    private void SetCounting(TimedTarget timed, Amount amount, string calendar)
    {
        if (amount is Amount.CalendarDays or Amount.CalendarMonths)
        {
            timed.TimeZone = zoneOf?.Invoke(calendar) ?? policy.Calendars[calendar].Definition.ZoneId;
        }
        else
        {
            timed.Calendar = calendar;
        }
    }

    private static TargetStart Start(StartRule start) => start switch
    {
        StartRule.NextOpening opening => new TargetStart { Events = { opening.Trigger.ToProto() }, GateCalendar = opening.Calendar },
        StartRule.LaterOf later => new TargetStart { Events = { later.First.ToProto(), later.Second.ToProto() } },
        StartRule.FromOnce once => new TargetStart { Events = { once.From.ToProto(), once.Once.ToProto() }, CountedFromFirst = true },
        _ => new TargetStart { Events = { start.Event.ToProto() } },
    };
}
