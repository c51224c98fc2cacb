using System.Numerics;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Clocks;

/// <summary>Adds a derivation up by hand: it takes the segments' words and its own arithmetic, and nothing from the engine's.</summary>
internal static class DerivationChecker
{
    /// <summary>Checks that the segments touch, that each credits what its rule says, and that the sum is the target at the due time and the consumed time now.</summary>
    public static void Check(MilestoneDerivation derivation, PlanTerms terms, Instant now)
    {
        var reached = derivation.Start;
        foreach (var segment in derivation.Segments)
        {
            Assert.Equal(reached, segment.From);
            Assert.True(segment.From < segment.To, "A segment has a length.");
            Assert.Equal(segment.Rule == DerivationRule.Counted ? segment.To - segment.From : Duration.Zero, segment.Credited);
            reached = segment.To;
        }

        Assert.Equal(derivation.End, reached);
        Assert.True(derivation.Segments.SkipWhile(segment => segment.Rule == DerivationRule.Gate).All(segment => segment.Rule != DerivationRule.Gate), "A gate comes first.");
        if (derivation.Milestone is { StartTime: { } start, Target.Commitment.Timing: { } timing })
        {
            CheckSum(derivation, timing, terms, start, now);
        }
    }

    private static void CheckSum(MilestoneDerivation derivation, Timing timing, PlanTerms terms, Instant start, Instant now)
    {
        var milestone = derivation.Milestone;
        var credited = Sum(derivation, derivation.End);
        var target = Target(timing, terms, start);
        if (milestone.DueTime is { } due)
        {
            Assert.Equal(due, derivation.End);
            Assert.True(Near(target, credited, timing), $"{credited} is credited of {target}.");
            Assert.True(derivation.Segments.IsEmpty || derivation.Segments[^1].Rule is not (DerivationRule.Closed or DerivationRule.Holiday), "It lands where time counts or a pause ends.");
        }
        else
        {
            Assert.True(credited <= target, "What stands still is not used up.");
        }

        var until = milestone.MetTime ?? now;
        if (milestone.State is not (MilestoneState.Cancelled or MilestoneState.Exempt) && until <= derivation.End)
        {
            Assert.True(Near(InOwnTime(milestone.Consumed!.Value, timing, terms), Sum(derivation, until), timing), $"{milestone.Consumed} is consumed, {Sum(derivation, until)} credited until {until}.");
        }
    }

    /// <summary>What is credited up to an instant: nanoseconds, or business days in billionths of a billionth.</summary>
    private static BigInteger Sum(MilestoneDerivation derivation, Instant until) => derivation.Segments
        .Where(segment => segment.Rule == DerivationRule.Counted && segment.From < until)
        .Select(segment => (Time: Nanoseconds(Instant.Min(segment.To, until) - segment.From), segment.BusinessDay))
        .Aggregate(BigInteger.Zero, (sum, part) => sum + (part.BusinessDay is { } day ? Days(part.Time, day) : part.Time));

    private static BigInteger Target(Timing timing, PlanTerms terms, Instant start)
    {
        var local = start.InZone(terms.Calendar(timing.Calendar).Zone).LocalDateTime;
        return timing.Amount switch
        {
            Amount.OpenTime open => Nanoseconds(open.Duration),
            Amount.CalendarDays days => Elapsed(local.PlusDays(days.Count)),
            Amount.CalendarMonths months => Elapsed(local.PlusMonths(months.Count)),
            Amount.BusinessDays days when OwnDay(timing, terms) is { } day => Days(Nanoseconds(day) * days.Count, day),
            Amount.BusinessDays days => Nanoseconds(DueTimes.Add(terms.Calendar(timing.Calendar), start, days) - start),
            _ => throw new InvalidOperationException("An amount that the checker does not know."),
        };

        BigInteger Elapsed(LocalDateTime due) => Nanoseconds(terms.Calendar(timing.Calendar).Zone.AtLeniently(due).ToInstant() - start);
    }

    private static BigInteger InOwnTime(Duration consumed, Timing timing, PlanTerms terms) =>
        timing.Amount is Amount.BusinessDays && OwnDay(timing, terms) is { } day ? Days(Nanoseconds(consumed), day) : Nanoseconds(consumed);

    private static Duration? OwnDay(Timing timing, PlanTerms terms) => (terms.Calendar(timing.Calendar).Definition.BusinessDay as BusinessDay.Length)?.Duration;

    private static BigInteger Days(BigInteger nanoseconds, Duration day) => nanoseconds * BigInteger.Pow(10, 18) / Nanoseconds(day);

    /// <summary>A nanosecond of a business day is some ten thousand of the small units; a few roundings of that size are nothing.</summary>
    private static bool Near(BigInteger left, BigInteger right, Timing timing) =>
        BigInteger.Abs(left - right) <= (timing.Amount is Amount.BusinessDays ? 1_000_000 : 0);

    private static BigInteger Nanoseconds(Duration duration) => (BigInteger)(decimal)duration.ToBigIntegerNanoseconds();
}
