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

    public static PlanBook Book(Dice dice)
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
        AddPlan(policy, dice);
        AddPlan(policy.Plan("other"), dice);
        return policy.Book();
    }

    private static void AddPlan(PolicyBuilder policy, Dice dice)
    {
        policy.Warn([.. Enumerable.Range(0, dice.Below(3)).Select(_ => AnyWarning(dice))]);
        if (dice.Chance(50))
        {
            policy.CloseAfter(dice.Pick("90m", "5h", "1 calendar_day", "2 business_days"), dice.Pick("10m", "1h", "24h"), dice.Pick("office", "berlin"));
        }

        for (var level = 1; level <= Levels; level++)
        {
            AddLevel(policy, dice, level);
        }
    }

    private static void AddLevel(PolicyBuilder policy, Dice dice, int level)
    {
        policy.Promise(MilestoneKind.InitialResponse, dice.Chance(20) ? new Commitment.Automatic() : dice.Chance(10) ? new Commitment.BestEffort() : Within(dice, AnyStart(dice)), level);
        if (dice.Chance(60))
        {
            policy.Promise(MilestoneKind.FollowUp, new Commitment.Every(AnyTiming(dice, Silence(dice))), level);
        }

        if (dice.Chance(60))
        {
            policy.Promise(MilestoneKind.Update, new Commitment.Every(AnyTiming(dice, new StartRule.At(StartEvent.AgentResponded))), level);
        }

        TargetCondition[] conditions = dice.Chance(10) ? [new TargetCondition.ConfirmedCause("vendor")] : [];
        policy.Promise(MilestoneKind.Resolution, dice.Chance(10) ? new Commitment.NextRoutineRelease() : Within(dice, AnyStart(dice)), level, conditions);
        if (dice.Chance(60))
        {
            policy.Climb(dice.Chance(50) ? new Escalation.OnBreach("ladder") : new Escalation.AtInterval("ladder", Times.Amount(dice.Pick("30m", "3h", "1 calendar_day")), dice.Pick(Open)), level);
        }
    }

    private static StartRule Silence(Dice dice) => dice.Pick<StartRule>(
        new StartRule.At(StartEvent.AgentResponded), new StartRule.At(StartEvent.CustomerReplied), new StartRule.NextOpening("office", StartEvent.AgentResponded));

    private static StartRule AnyStart(Dice dice) => dice.Below(10) switch
    {
        0 => new StartRule.NextOpening("office", StartEvent.Received),
        1 => new StartRule.LaterOf(StartEvent.Received, StartEvent.Confirmed),
        2 => new StartRule.FromOnce(StartEvent.Received, StartEvent.Confirmed),
        3 => new StartRule.At(dice.Pick(StartEvent.Confirmed, StartEvent.AgentResponded, StartEvent.CustomerReplied, StartEvent.WorkaroundProvided)),
        4 => new StartRule.NextOpening("berlin", StartEvent.AgentResponded),
        _ => StartRule.OnReceipt,
    };

    private static Commitment.Within Within(Dice dice, StartRule start) => new(AnyTiming(dice, start));

    private static Timing AnyTiming(Dice dice, StartRule start)
    {
        var inDays = dice.Chance(25);
        return new Timing
        {
            Amount = Times.Amount(inDays ? dice.Pick("1 business_day", "2 business_days") : dice.Pick("10m", "30m", "1h", "2h", "4h", "8h", "30h", "1 calendar_day", "3 calendar_days", "1 month")),
            Calendar = inDays ? dice.Pick(WithDays) : dice.Pick(Open),
            Start = start,
            PausedBy = [.. new[] { Timing.WaitingOnCustomer, Timing.AnyPause, "parts" }.Where(_ => dice.Chance(40))],
            Lines = dice.Chance(40) ? ImmutableSortedDictionary<string, string>.Empty.Add("development", "developers") : ImmutableSortedDictionary<string, string>.Empty,
            OnChange = dice.Pick(ChangeRule.Retroactive, ChangeRule.Restart, ChangeRule.KeepEarlier),
            OnReopen = dice.Pick(ReopenRule.Resume, ReopenRule.Restart, ReopenRule.NewCycle),
            MetByWorkaround = dice.Chance(20),
            Warnings = dice.Chance(30) ? [AnyWarning(dice)] : null,
        };
    }

    private static Warning AnyWarning(Dice dice) => dice.Chance(60)
        ? new Warning.AtPercent(dice.Pick(1, 50, 75, 99))
        : new Warning.BeforeDue(Duration.FromMinutes(dice.Pick(1, 10, 60, 1440)));
}
