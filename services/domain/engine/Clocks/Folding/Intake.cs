using NodaTime;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>
/// Judges facts one after another, each on the state at its effective time, after all that is known of that time and before.
/// Facts that come in effective order are folded once; one that comes late folds those before it anew.
/// </summary>
internal sealed class Intake
{
    private readonly PlanBook book;
    private readonly TicketLog log;
    private readonly List<RecordedFact> facts;
    private TimelineBuilder? folded;
    private int count;
    private Instant reached;

    public Intake(PlanBook book, TicketLog log)
    {
        this.book = book;
        this.log = log;
        facts = [.. Timeline.EffectiveOrder(log.Facts)];
    }

    /// <summary>Why a fact cannot be, or null.</summary>
    public Refusal? Refuse(Fact fact, Instant at) => FoldTo(at).Refuse(fact, at);

    /// <summary>Takes a fact that was not refused.</summary>
    public void Take(RecordedFact fact)
    {
        var place = CountTo(fact.EffectiveTime);
        facts.Insert(place, fact);
        if (folded is not null && place == count)
        {
            folded.Add(fact);
            count++;
        }
    }

    /// <summary>The timeline of all facts; nothing can be taken after it.</summary>
    public Timeline Build() => FoldTo(facts.Count == 0 ? reached : facts[^1].EffectiveTime).Build();

    private TimelineBuilder FoldTo(Instant at)
    {
        var wanted = CountTo(at);
        if (folded is null || at < reached || wanted < count)
        {
            folded = log.Since is { } since ? new TimelineBuilder(book, since) : new TimelineBuilder(book, facts[0]);
            count = log.Since is null ? 1 : 0;
        }

        for (; count < wanted; count++)
        {
            folded.Add(facts[count]);
        }

        // Asking about an instant closes a ticket whose waiting ran out before it: an earlier question needs a fold of its own.
        reached = at;
        return folded;
    }

    private int CountTo(Instant at)
    {
        var found = facts.Count;
        while (found > 0 && facts[found - 1].EffectiveTime > at)
        {
            found--;
        }

        return found;
    }
}
