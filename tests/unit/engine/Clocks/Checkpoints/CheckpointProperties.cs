using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.Engine.Tests.Clocks.Checkpoints;

/// <summary>Going on from a checkpoint, wherever it was taken, is going on from the whole record.</summary>
public sealed class CheckpointProperties
{
    private const int Lives = 300;

    [Fact]
    public void Record_SinceACheckpointOfACarelessLife_IsRecordOnTheWhole() => Seeds.Check(Lives, seed => Live(new Dice(seed), RandomFacts.Next, lateness: 10));

    [Fact]
    public void Record_SinceACheckpointOfAConversation_IsRecordOnTheWhole() => Seeds.Check(Lives, seed => Live(new Dice(seed + 1_000_000), Conversation, lateness: 3));

    [Fact]
    public void Record_SinceACheckpointUnderCrookedTerms_IsRecordOnTheWhole() =>
        Seeds.Check(Lives, seed => Live(new Dice(seed + 2_000_000), Uneasy, lateness: 8, crooked: true));

    [Fact]
    public void Record_SinceACheckpointAtACrowdedInstant_IsRecordOnTheWhole() =>
        Seeds.Check(Lives, seed => Live(new Dice(seed + 3_000_000), Wavering, lateness: 8, crooked: true, crowded: true));

    private static void Live(Dice dice, Func<Dice, Fact> anyFact, int lateness, bool crooked = false, bool crowded = false)
    {
        var book = RandomPolicy.Book(dice, crooked);
        var opening = new Fact.Opened
        {
            Plan = book.Terms.Keys.Single(reference => reference.Plan == "plan"),
            ClaimedLevel = dice.From(1, RandomPolicy.Levels),
            VerifiedLevel = dice.Chance(30) ? dice.From(1, RandomPolicy.Levels) : null,
            SignalsFrom = dice.Chance(10) ? Times.At("2026-03-26 08:00") : null,
            Production = crooked ? dice.Pick<bool?>(true, true, false, null) : null,
            Unusable = crooked ? dice.Pick<bool?>(true, true, false, null) : null,
            TargetsExemptReason = crooked && dice.Chance(3) ? "trial" : null,
        };
        ContinuedLife.Of(dice, book, opening, anyFact, lateness, crooked && !crowded ? dice.From(2, 14) : dice.From(3, 30), crowded);
    }

    /// <summary>What a long ticket is mostly made of.</summary>
    private static Fact Conversation(Dice dice) => dice.Below(60) switch
    {
        < 16 => Told.Answer,
        < 26 => Told.Reply,
        < 34 => Told.Waiting,
        < 38 => Told.Pause(dice.Pick("parts", "vendor")),
        < 44 => Told.Resume,
        < 47 => Told.Confirmed(dice.Pick("vendor", "customer", null)),
        < 51 => Told.To(dice.Pick("first_line", "third_line", "development")),
        < 53 => Told.Workaround,
        < 55 => Told.Exclude(dice.Pick("clause", "own")),
        < 57 => Told.Lift(dice.Pick("clause", "own")),
        57 => Told.Resolved,
        58 => Told.Reopened,
        _ => Told.Verify(dice.From(1, RandomPolicy.Levels)),
    };

    /// <summary>A ticket that is handed about more than it is worked on; short lives, so that a start that waits still lies ahead.</summary>
    private static Fact Uneasy(Dice dice) => dice.Below(40) switch
    {
        < 12 => Told.To(dice.Pick("first_line", "third_line", "development")),
        < 15 => Told.Waiting,
        < 18 => Told.Pause(dice.Pick("parts", "vendor")),
        < 21 => Told.Resume,
        < 23 => Told.Exclude(dice.Pick("clause", "own")),
        < 25 => Told.Lift(dice.Pick("clause", "own")),
        < 27 => Told.Verify(dice.From(1, RandomPolicy.Levels)),
        27 => Told.Move(dice.Pick("plan", "other")),
        _ => RandomFacts.Next(dice),
    };

    /// <summary>What is told is soon taken back: most of what can be raised is raised and retracted again and again.</summary>
    private static Fact Wavering(Dice dice) => dice.Below(44) switch
    {
        < 8 => Told.Confirmed(dice.Pick("vendor", "customer", null)),
        < 11 => Told.Workaround,
        < 14 => Told.Exclude(dice.Pick("clause", "own")),
        < 17 => Told.Lift(dice.Pick("clause", "own")),
        < 20 => Told.Waiting,
        < 23 => Told.Pause(dice.Pick("parts", "vendor")),
        < 26 => Told.Resume,
        < 30 => Told.Answer,
        < 33 => Told.Reply,
        < 36 => Told.Verify(dice.From(1, RandomPolicy.Levels)),
        < 38 => Told.Move(dice.Pick("plan", "other")),
        < 40 => Told.To(dice.Pick("first_line", "development")),
        40 => Told.Resolved,
        41 => Told.Reopened,
        _ => RandomFacts.Next(dice),
    };
}
