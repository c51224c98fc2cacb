using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks.Oracle;

/// <summary>Due times of lives with pauses, exclusions, hand-overs and changes of severity, against a count of every minute.</summary>
public sealed class MinuteOracleTests
{
    private static readonly DateTimeZone Berlin = Times.Zone("Europe/Berlin");

    [Fact]
    public void Due_OfAnyLife_IsWhatCountingEveryMinuteGives() => Seeds.Check(100, seed =>
    {
        var dice = new Dice(seed) { WholeMinutes = true };
        var targets = Enumerable.Range(1, RandomPolicy.Levels).Select(_ => AnyTarget(dice)).ToArray();
        var policy = new PolicyBuilder().Levels(RandomPolicy.Levels).Exclude("clause").Exclude("own", MilestoneKind.Resolution)
            .Calendar("berlin", "Europe/Berlin", "mon-fri 09:00-17:00").Calendar("night", "Europe/Berlin", "mon-fri 22:00-06:00")
            .Calendar("developers", "Europe/Berlin", "mon-fri 10:00-14:00");
        for (var level = 1; level <= targets.Length; level++)
        {
            var (amount, calendar, slowed, pausedBy) = targets[level - 1];
            policy.Within(MilestoneKind.Resolution, amount, calendar, level, string.Join(' ', pausedBy), timing => slowed
                ? timing with { Lines = ImmutableSortedDictionary<string, string>.Empty.Add("development", "developers") }
                : timing);
        }

        var life = Life.Of(dice, policy.Book(), distinct: false, AnyFact, lateness: 20);
        var due = new MinuteOracle(life.Log.Facts, new OraclePlan([.. targets.Select(Known)])).Due(60);

        var view = TicketClock.View(life.Log, life.Book, life.End).Milestones.Single();
        Assert.Equal(due, view.DueTime is { } found && found < Life.Beginning + Duration.FromDays(60) ? found : null);
    });

    private static (string Amount, string Calendar, bool Slowed, string[] PausedBy) AnyTarget(Dice dice)
    {
        var inDays = dice.Chance(40);
        return (
            inDays ? dice.Pick("1 business_day", "2 business_days") : dice.Pick("30m", "3h", "10h", "25h"),
            inDays ? "berlin" : dice.Pick("24x7", "berlin", "night"),
            dice.Chance(50),
            [.. new[] { Timing.WaitingOnCustomer, Timing.AnyPause, "parts" }.Where(_ => dice.Chance(50))]);
    }

    private static OracleTarget Known((string Amount, string Calendar, bool Slowed, string[] PausedBy) target)
    {
        // A business day is 8 hours at home and 4 with the developers: their time is worth twice as much of a day.
        var inDays = target.Amount.EndsWith("day", StringComparison.Ordinal) || target.Amount.EndsWith("days", StringComparison.Ordinal);
        var units = inDays ? (target.Amount[0] - '0') * 960 : (long)Times.Span(target.Amount).TotalMinutes * 2;
        return new OracleTarget(units, target.PausedBy, (Hours(target.Calendar), 1), target.Slowed ? (Hours("developers"), inDays ? 2 : 1) : null);
    }

    private static Func<Instant, bool> Hours(string calendar) => instant =>
    {
        var local = instant.InZone(Berlin).LocalDateTime;
        var weekday = local.DayOfWeek <= IsoDayOfWeek.Friday;
        return calendar switch
        {
            "berlin" => weekday && local.Hour is >= 9 and < 17,
            "developers" => weekday && local.Hour is >= 10 and < 14,
            "night" => (weekday && local.Hour >= 22) || (local.PlusDays(-1).DayOfWeek <= IsoDayOfWeek.Friday && local.Hour < 6),
            _ => true,
        };
    };

    private static Fact AnyFact(Dice dice) => dice.Below(9) switch
    {
        < 2 => Told.Waiting,
        2 => Told.Reply,
        3 => Told.Pause(dice.Pick("parts", "vendor")),
        4 => Told.Resume,
        5 => Told.To(dice.Pick("first_line", "third_line", "development")),
        6 => Told.Verify(dice.From(1, RandomPolicy.Levels)),
        7 => Told.Exclude(dice.Pick("clause", "own")),
        _ => Told.Lift(dice.Pick("clause", "own")),
    };
}
