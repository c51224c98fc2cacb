using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.Engine.Tests.Clocks.Checkpoints;

/// <summary>A ticket's life under the continuation law: told now or late, woken on time or not at all, looked at in between.</summary>
internal static class ContinuedLife
{
    /// <summary>A working day, a Friday about closing, a Saturday, and the hour before the clocks go forward.</summary>
    private static readonly Instant[] Beginnings =
        [Instant.FromUtc(2026, 3, 25, 8, 0), Instant.FromUtc(2026, 3, 27, 16, 50), Instant.FromUtc(2026, 3, 28, 10, 0), Instant.FromUtc(2026, 3, 29, 0, 30)];

    /// <summary>Lives a life.</summary>
    /// <param name="dice">What decides it.</param>
    /// <param name="book">The terms.</param>
    /// <param name="opening">The opening.</param>
    /// <param name="anyFact">What may be told.</param>
    /// <param name="lateness">Percent of the facts that are told late.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="crowded">Whether steps are none at all or as long as targets are, so that facts fall on one instant, and on what is due.</param>
    public static void Of(Dice dice, PlanBook book, Fact.Opened opening, Func<Dice, Fact> anyFact, int lateness, int steps, bool crowded = false)
    {
        var start = dice.Pick(Beginnings);
        var now = start + (dice.Chance(20) ? dice.Time(Duration.FromHours(10)) : Duration.Zero);
        var law = new ContinuationLaw(book, ((Decision.Accepted)TicketClock.Open("t-1", book, opening, start, now)).Turn, dice);
        for (; steps > 0; steps--)
        {
            var next = now + (crowded
                ? Duration.FromMinutes(dice.Pick(0, 0, 0, 10, 30, 60, 90, 120, 300))
                : dice.Time(dice.Pick(Duration.Zero, Duration.FromMinutes(30), Duration.FromHours(3), Duration.FromDays(1))));
            while (law.NextWake is { } wake && wake <= next && dice.Chance(80))
            {
                law.Wake(wake);
            }

            now = next;
            if (dice.Chance(15))
            {
                law.Wake(now);
            }

            law.Tell([.. Enumerable.Range(0, dice.Chance(90) ? 1 : 3).Select(_ => new NewFact(anyFact(dice), dice.Chance(lateness) ? Late(dice, start, now) : now))], now);
            law.Look(now + dice.Time(Duration.FromHours(5)));
        }

        for (var wakes = 0; wakes < 20 && law.NextWake is { } wake; wakes++)
        {
            law.Wake(wake);
            law.Look(wake);
        }
    }

    /// <summary>Some time before, or a moment ago: after what a checkpoint stands for, but before what was told since.</summary>
    private static Instant Late(Dice dice, Instant start, Instant now) =>
        now - dice.Time(dice.Chance(50) ? now - start : Duration.Min(now - start, Duration.FromHours(1)));
}
