using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>
/// A ticket's life under faults in virtual time: callers that repeat a request until it is answered, ticks that are lost, doubled or late,
/// two activations that do not know of each other, crashes between any two steps, a clock that is set back and forth.
/// </summary>
internal sealed class World
{
    private static readonly Instant Beginning = Times.At("2026-03-25 08:00");

    private readonly Dice dice;
    private readonly Faults faults;
    private readonly Activation[] activations;
    private Instant now = Beginning;
    private int requests;

    public World(ulong seed)
    {
        dice = new Dice(seed);
        faults = new Faults(dice);
        Book = RandomPolicy.Book(dice);
        Journal = new Journal(Book, new Dice(seed + 500_000));
        activations = [new(Journal, Book, faults), new(Journal, Book, faults)];
    }

    public PlanBook Book { get; }

    public Journal Journal { get; }

    public Instant End { get; private set; }

    /// <summary>Lives, then settles: without faults, woken by the due index alone until nothing is due any more.</summary>
    public void Run()
    {
        var opening = new Fact.Opened
        {
            Plan = Book.Terms.Keys.Single(reference => reference.Plan == "plan"),
            ClaimedLevel = dice.From(1, RandomPolicy.Levels),
            VerifiedLevel = dice.Chance(30) ? dice.From(1, RandomPolicy.Levels) : null,
            SignalsFrom = dice.Chance(10) ? Beginning : null,
        };
        var received = dice.Chance(30) ? Beginning - dice.Time(Duration.FromHours(10)) : Beginning;
        Tell(opening, [new NewFact(opening, received)]);
        for (var step = dice.From(5, 40); step > 0; step--)
        {
            Pass();
            if (dice.Chance(60))
            {
                Tell(null, [.. Enumerable.Range(0, dice.Chance(80) ? 1 : 3).Select(_ => AnyFact(received))]);
            }
        }

        faults.On = false;
        now = (Journal.Log.LastRecordTime is { } last ? Instant.Max(last, now) : now) + Duration.FromHours(1);
        Settle();
    }

    private NewFact AnyFact(Instant received)
    {
        var late = dice.Chance(25) ? dice.Time(now > received ? now - received : Duration.Zero) : Duration.Zero;
        return new NewFact(RandomFacts.Next(dice), dice.Chance(20) ? null : now - late + (dice.Chance(5) ? Duration.FromSeconds(30) : Duration.Zero));
    }

    private void Tell(Fact.Opened? opening, ImmutableArray<NewFact> facts)
    {
        var request = $"request-{++requests}";
        while (true)
        {
            try
            {
                Any().Record(request, () => now, opening, facts);
                if (faults.Happens(10))
                {
                    // The answer was lost: the caller asks again, and nothing more may come of it.
                    now += dice.Time(Duration.FromMinutes(20));
                    continue;
                }

                return;
            }
            catch (CrashException)
            {
                now += dice.Time(Duration.FromMinutes(20));
            }
        }
    }

    private void Pass()
    {
        now += dice.Time(dice.Pick(Duration.FromMinutes(30), Duration.FromHours(3), Duration.FromDays(2)));
        if (dice.Chance(10))
        {
            now -= dice.Time(Duration.FromHours(1));
        }

        // Many ticks are lost; one may be doubled; one may come though nothing is due.
        for (var ticks = dice.Pick(0, 0, 1, 2); ticks > 0; ticks--)
        {
            if (Journal.Due <= now || dice.Chance(20))
            {
                Wake();
            }
        }
    }

    private void Settle()
    {
        for (var wakes = 0; Journal.Due is { } due; wakes++)
        {
            Assert.True(wakes < 500, "The due index comes to rest.");
            now = Instant.Max(now, due);
            Wake();
        }

        End = now;
    }

    private void Wake()
    {
        try
        {
            Any().Wake(() => now);
        }
        catch (CrashException)
        {
            // The due index still holds the wake; a later tick finds it.
        }
    }

    private Activation Any() => dice.Pick(activations);
}
