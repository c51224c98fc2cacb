using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>Facts as a careless world tells them: many are not legal when they come.</summary>
internal static class RandomFacts
{
    public static Fact Next(Dice dice) => dice.Below(36) switch
    {
        < 6 => Told.Answer,
        < 10 => Told.Reply,
        < 14 => Told.Waiting,
        < 16 => Told.Pause(dice.Pick("parts", "vendor")),
        < 18 => Told.Resume,
        < 20 => Told.Confirmed(dice.Pick("vendor", "customer", null)),
        < 22 => Told.To(dice.Pick("first_line", "third_line", "development")),
        < 24 => Told.Verify(dice.From(1, RandomPolicy.Levels), dice.Pick("contact", null)),
        24 => Told.Claim(dice.From(1, RandomPolicy.Levels)),
        25 => Told.Move(dice.Pick("plan", "other")),
        26 => Told.Workaround,
        < 29 => Told.Exclude(dice.Pick("clause", "own")),
        < 31 => Told.Lift(dice.Pick("clause", "own")),
        < 33 => Told.Resolved,
        < 35 => Told.Reopened,
        _ => Ended(dice),
    };

    /// <summary>Rarely final, so that most lives go on.</summary>
    private static Fact Ended(Dice dice) => dice.Below(5) switch
    {
        0 => Told.Closed,
        1 => new Fact.Merged("t-2"),
        _ => Told.Reopened,
    };
}
