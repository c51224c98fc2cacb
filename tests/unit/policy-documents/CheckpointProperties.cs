using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Clocks.Checkpoints;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Under every shipped policy, going on from a checkpoint is going on from the whole record.</summary>
public sealed class CheckpointProperties
{
    private const int Lives = 60;

    public static TheoryData<string> Ids => [.. Documents.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Record_SinceACheckpoint_IsRecordOnTheWhole(string id)
    {
        var parsed = Documents.Parsed(id);
        Seeds.Check(Lives, seed =>
        {
            var dice = new Dice(seed);
            var policy = parsed.Policy!;
            var terms = new ServiceTerms { TimeZone = dice.Pick("Europe/Berlin", "America/New_York") };
            var book = new PlanBook([]);
            foreach (var plan in policy.Plans)
            {
                var reference = new PlanReference(parsed.ContentHash!, plan.Id, terms);
                book = book.With(reference, PlanTerms.Resolve(policy, plan.Id, terms).OrThrow());
            }

            PlanReference[] plans = [.. book.Terms.Keys.OrderBy(plan => plan.Plan, StringComparer.Ordinal)];
            var level = dice.From(1, policy.Severities.Levels.Length);
            var opening = new Fact.Opened
            {
                Plan = dice.Pick(plans),
                ClaimedLevel = level,
                VerifiedLevel = dice.Chance(50) ? level : null,
                Production = dice.Chance(80),
                Unusable = dice.Chance(80),
            };
            ContinuedLife.Of(dice, book, opening, die => Any(die, policy, plans), lateness: 4, steps: dice.From(3, 25));
        });
    }

    private static Fact Any(Dice dice, Policy policy, PlanReference[] plans) => dice.Below(40) switch
    {
        < 10 => new Fact.AgentResponded(),
        < 16 => new Fact.CustomerReplied(),
        < 21 => new Fact.WaitingOnCustomer("logs"),
        < 23 => new Fact.Paused("parts"),
        < 26 => new Fact.Resumed(),
        < 29 => new Fact.Confirmed(dice.Pick("vendor", "customer", null)),
        < 31 => new Fact.HandedOver(dice.Pick("first_line", "third_line", "development")),
        < 32 => new Fact.WorkaroundProvided(),
        < 34 when !policy.Exclusions.IsEmpty => dice.Chance(50)
            ? new Fact.Excluded(dice.Pick<Exclusion>(policy.Exclusions.AsSpan()).Clause, "seen")
            : new Fact.ExclusionLifted(dice.Pick<Exclusion>(policy.Exclusions.AsSpan()).Clause),
        < 35 => new Fact.Resolved(),
        < 36 => new Fact.Reopened(),
        < 38 => new Fact.SeverityChanged { VerifiedLevel = dice.From(1, policy.Severities.Levels.Length), Reason = "test", Actor = "support" },
        < 39 => new Fact.PlanChanged(dice.Pick(plans)),
        _ => new Fact.AgentResponded(),
    };
}
