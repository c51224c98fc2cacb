using System.Globalization;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What callers ask for; each fact's note names its request.</summary>
internal static class Asking
{
    public static Request Opening(Dice dice, string ticket, PlanBook book, Instant now)
    {
        var opening = new Fact.Opened
        {
            Plan = book.Terms.Keys.Single(reference => reference.Plan == "plan"),
            ClaimedLevel = dice.From(1, RandomPolicy.Levels),
            VerifiedLevel = dice.Chance(30) ? dice.From(1, RandomPolicy.Levels) : null,
            SignalsFrom = dice.Chance(10) ? now : null,
        };
        return Of(dice, ticket, opens: true, opening, dice.Chance(30) ? now - dice.Time(Duration.FromHours(10)) : null);
    }

    public static Request Telling(Dice dice, string ticket, Instant now, Instant beginning)
    {
        var late = dice.Chance(25) ? dice.Time(now - beginning) : Duration.Zero;
        Instant? effective = dice.Chance(30) ? null : now - late + (dice.Chance(5) ? Duration.FromSeconds(30) : Duration.Zero);
        return Of(dice, ticket, opens: false, RandomFacts.Next(dice), effective);
    }

    private static Request Of(Dice dice, string ticket, bool opens, Fact fact, Instant? effective)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{dice.Below(int.MaxValue):x8}-{dice.Below(int.MaxValue):x8}");
        var note = new FactNote { Actor = id, Intake = opens ? new Intake { Account = "accounts/one" } : null };
        return new Request(new RequestMark(id, "digest of " + id), ticket, opens, FactCodec.ToBytes(fact, note), Times.Write(effective));
    }
}
