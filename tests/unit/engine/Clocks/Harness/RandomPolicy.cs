using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>Small policies that between them use every feature of the clock.</summary>
internal static class RandomPolicy
{
    public const int Levels = 3;

    private static readonly string[] Open = ["24x7", "office", "berlin", "night"];
    private static readonly string[] WithDays = ["office", "berlin", "developers", "same"];

    private static readonly MilestoneKind[] Kinds = [MilestoneKind.InitialResponse, MilestoneKind.FollowUp, MilestoneKind.Update, MilestoneKind.Resolution];

    /// <summary>Two plans of one policy.</summary>
    /// <param name="dice">What decides them.</param>
    /// <param name="crooked">Whether starts mostly wait, lines mostly change the calendar, and warnings, conditions and ladders cross milestones.</param>
    public static PlanBook Book(Dice dice, bool crooked = false)
    {
        var policy = new PolicyBuilder()
            .Levels(Levels)
            .Ruled(dice.Pick(SeverityRuling.Claimed, SeverityRuling.Verified), dice.Chance(50))
            .Calendar("berlin", "Europe/Berlin", "mon-fri 09:00-12:30 13:30-18:00", null, "2026-03-27", "2026-04-03", "2026-04-06")
            .Calendar("night", "Europe/Berlin", "mon-fri 22:00-06:00", null, "2026-03-28")
            .Calendar("developers", "Europe/Berlin", "mon-fri 08:30-17:00")
            .Calendar("same", "Europe/Berlin", "mon-thu 09:00-18:00; fri 09:00-13:00", "same_time")
            .Ladder("lead", "manager", "director")
            .Exclude("clause")
            .Exclude("own", MilestoneKind.Resolution);
        AddPlan(policy, dice, crooked);
        AddPlan(policy.Plan("other"), dice, crooked);
        return policy.Book();
    }

    private static void AddPlan(PolicyBuilder policy, Dice dice, bool crooked)
    {
        policy.Warn([.. Enumerable.Range(0, dice.Below(3)).Select(_ => AnyWarning(dice))]);
        if (dice.Chance(50))
        {
            policy.CloseAfter(dice.Pick("90m", "5h", "1 calendar_day", "2 business_days"), dice.Pick("10m", "1h", "24h"), dice.Pick("office", "berlin"));
        }

        for (var level = 1; level <= Levels; level++)
        {
            AddLevel(policy, dice, crooked, level);
        }
    }

    private static void AddLevel(PolicyBuilder policy, Dice dice, bool crooked, int level)
    {
        policy.Promise(
            MilestoneKind.InitialResponse,
            dice.Chance(20) ? new Commitment.Automatic() : dice.Chance(10) ? new Commitment.BestEffort() : Within(dice, crooked, AnyStart(dice, crooked)),
            level,
            crooked ? AnyConditions(dice) : []);
        if (dice.Chance(60))
        {
            policy.Promise(MilestoneKind.FollowUp, new Commitment.Every(AnyTiming(dice, crooked, Silence(dice, crooked))), level, crooked ? AnyConditions(dice) : []);
        }

        if (dice.Chance(60))
        {
            policy.Promise(MilestoneKind.Update, new Commitment.Every(AnyTiming(dice, crooked, new StartRule.At(StartEvent.AgentResponded))), level);
        }

        TargetCondition[] conditions = dice.Chance(10) ? [new TargetCondition.ConfirmedCause("vendor")] : crooked ? AnyConditions(dice) : [];
        policy.Promise(MilestoneKind.Resolution, dice.Chance(10) ? new Commitment.NextRoutineRelease() : Within(dice, crooked, AnyStart(dice, crooked)), level, conditions);
        if (dice.Chance(60))
        {
            policy.Climb(dice.Chance(50) ? OnBreach(dice, crooked) : AtInterval(dice, crooked), level);
        }
    }

    private static Escalation.OnBreach OnBreach(Dice dice, bool crooked) =>
        new("ladder", crooked ? [.. Kinds.Where(_ => dice.Chance(40))] : null);

    private static Escalation.AtInterval AtInterval(Dice dice, bool crooked) =>
        new("ladder", Times.Amount(dice.Pick("30m", "3h", "1 calendar_day")), dice.Pick(Open), crooked ? dice.Pick(Kinds) : MilestoneKind.Resolution);

    private static TargetCondition[] AnyConditions(Dice dice) => dice.Below(10) switch
    {
        0 => [new TargetCondition.Production()],
        1 => [new TargetCondition.ConfirmedCause("vendor")],
        2 => [new TargetCondition.Unusable(), new TargetCondition.ConfirmedCause("customer")],
        _ => [],
    };

    private static StartRule Silence(Dice dice, bool crooked) => crooked && dice.Chance(50)
        ? dice.Pick<StartRule>(
            new StartRule.NextOpening("berlin", StartEvent.CustomerReplied),
            new StartRule.LaterOf(StartEvent.AgentResponded, StartEvent.Confirmed),
            new StartRule.LaterOf(StartEvent.CustomerReplied, StartEvent.WorkaroundProvided),
            new StartRule.FromOnce(StartEvent.CustomerReplied, StartEvent.Confirmed))
        : dice.Pick<StartRule>(
            new StartRule.At(StartEvent.AgentResponded), new StartRule.At(StartEvent.CustomerReplied), new StartRule.NextOpening("office", StartEvent.AgentResponded));

    private static StartRule AnyStart(Dice dice, bool crooked) => crooked && dice.Chance(60) ? WaitingStart(dice) : dice.Below(10) switch
    {
        0 => new StartRule.NextOpening("office", StartEvent.Received),
        1 => new StartRule.LaterOf(StartEvent.Received, StartEvent.Confirmed),
        2 => new StartRule.FromOnce(StartEvent.Received, StartEvent.Confirmed),
        3 => new StartRule.At(dice.Pick(StartEvent.Confirmed, StartEvent.AgentResponded, StartEvent.CustomerReplied, StartEvent.WorkaroundProvided)),
        4 => new StartRule.NextOpening("berlin", StartEvent.AgentResponded),
        _ => StartRule.OnReceipt,
    };

    private static StartRule WaitingStart(Dice dice) => dice.Chance(75)
        ? new StartRule.NextOpening(
            dice.Pick("office", "berlin", "developers", "night"),
            dice.Pick(StartEvent.Received, StartEvent.Received, StartEvent.AgentResponded, StartEvent.CustomerReplied, StartEvent.Confirmed))
        : dice.Pick<StartRule>(
            new StartRule.LaterOf(StartEvent.AgentResponded, StartEvent.Confirmed), new StartRule.FromOnce(StartEvent.AgentResponded, StartEvent.WorkaroundProvided));

    private static Commitment.Within Within(Dice dice, bool crooked, StartRule start) => new(AnyTiming(dice, crooked, start));

    private static Timing AnyTiming(Dice dice, bool crooked, StartRule start)
    {
        var inDays = dice.Chance(25);
        return new Timing
        {
            Amount = Times.Amount(inDays ? dice.Pick("1 business_day", "2 business_days") : dice.Pick("10m", "30m", "1h", "2h", "4h", "8h", "30h", "1 calendar_day", "3 calendar_days", "1 month")),
            Calendar = inDays ? dice.Pick(WithDays) : dice.Pick(Open),
            Start = start,
            PausedBy = [.. new[] { Timing.WaitingOnCustomer, Timing.AnyPause, "parts" }.Where(_ => dice.Chance(40))],
            Lines = crooked ? CrookedLines(dice) : dice.Chance(40) ? Line("development", "developers") : Line(),
            OnChange = dice.Pick(ChangeRule.Retroactive, ChangeRule.Restart, ChangeRule.KeepEarlier),
            OnReopen = dice.Pick(ReopenRule.Resume, ReopenRule.Restart, ReopenRule.NewCycle),
            MetByWorkaround = dice.Chance(20),
            Warnings = crooked && dice.Chance(60) ? [AnyLead(dice), AnyLead(dice), AnyWarning(dice)] : dice.Chance(30) ? [AnyWarning(dice)] : null,
        };
    }

    private static ImmutableSortedDictionary<string, string> CrookedLines(Dice dice) =>
        dice.Chance(80) ? Line("development", dice.Pick("developers", "office")).Add("third_line", dice.Pick("developers", "office", "berlin")) : Line();

    private static ImmutableSortedDictionary<string, string> Line(string? line = null, string calendar = "") =>
        line is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add(line, calendar);

    private static Warning AnyWarning(Dice dice) => dice.Chance(60)
        ? new Warning.AtPercent(dice.Pick(1, 50, 75, 99))
        : new Warning.BeforeDue(Duration.FromMinutes(dice.Pick(1, 10, 60, 1440)));

    /// <summary>A lead about as long as the targets are, so that which calendar counts decides whether it is warned at all.</summary>
    private static Warning.BeforeDue AnyLead(Dice dice) => new(Duration.FromHours(dice.Pick(1, 2, 5, 10, 16, 24, 48, 72)));
}
