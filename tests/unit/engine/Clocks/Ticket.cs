using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks;

/// <summary>A ticket that is told facts at local times of one zone; what it raised reads as text.</summary>
internal sealed class Ticket
{
    private readonly string zone;
    private Instant now;

    private Ticket(PlanBook book, string zone, Turn opened)
    {
        Book = book;
        this.zone = zone;
        Log = opened.Log;
        NextWake = opened.NextWake;
        now = opened.RecordTime;
    }

    public PlanBook Book { get; }

    public TicketLog Log { get; private set; }

    public Instant? NextWake { get; private set; }

    /// <summary>Everything raised, in order: kind, detail, milestone, due time.</summary>
    public IEnumerable<string> Signals => Log.Signals.Select(Text);

    public TicketView View => TicketClock.View(Log, Book, now);

    public static Ticket Open(PolicyBuilder policy, string received, int level = 1, string zone = "UTC", string? learnt = null, Func<Fact.Opened, Fact.Opened>? with = null) =>
        Open(policy.Book(), received, level, zone, learnt, with);

    public static Ticket Open(PlanBook book, string received, int level = 1, string zone = "UTC", string? learnt = null, Func<Fact.Opened, Fact.Opened>? with = null)
    {
        var opening = new Fact.Opened { Plan = book.Terms.Keys.Single(reference => reference.Plan == "plan"), ClaimedLevel = level };
        var decision = TicketClock.Open("t-1", book, with is null ? opening : with(opening), Times.At(received, zone), Times.At(learnt ?? received, zone));
        return new Ticket(book, zone, Assert.IsType<Decision.Accepted>(decision).Turn);
    }

    /// <summary>Tells facts as they happen.</summary>
    public Ticket At(string time, params Fact[] facts) => Late(time, time, facts);

    /// <summary>Tells at a time facts that were true at another.</summary>
    public Ticket Late(string recorded, string effective, params Fact[] facts)
    {
        var decision = Decide(recorded, effective, facts);
        Apply(decision is Decision.Refused refused
            ? throw new InvalidOperationException(string.Join(" ", refused.Refusals.Select(refusal => refusal.Description)))
            : ((Decision.Accepted)decision).Turn);
        return this;
    }

    public Decision Decide(string recorded, string effective, params Fact[] facts)
    {
        now = Times.At(recorded, zone);
        return TicketClock.Record(Log, Book, [.. facts.Select(fact => new NewFact(fact, Times.At(effective, zone)))], now);
    }

    /// <summary>Lets time pass.</summary>
    public Ticket Until(string time)
    {
        now = Times.At(time, zone);
        Apply(TicketClock.Advance(Log, Book, now));
        return this;
    }

    /// <summary>The latest occurrence of a milestone at the last instant named.</summary>
    public MilestoneView Of(MilestoneKind kind) => View.Current.Single(milestone => milestone.Id.Kind == kind);

    public IEnumerable<MilestoneView> AllOf(MilestoneKind kind) => View.Milestones.Where(milestone => milestone.Id.Kind == kind);

    /// <summary>The due time of the latest occurrence of a milestone as text, or the state while it has none.</summary>
    public string Due(MilestoneKind kind)
    {
        var milestone = Of(kind);
        return milestone.DueTime is { } due ? Times.Reading(due, zone) : milestone.State.ToString();
    }

    public string State(MilestoneKind kind) => Of(kind).State.ToString();

    public MilestoneDerivation Explain(MilestoneView milestone) => TicketClock.Explain(Log, Book, milestone.Id, now)!;

    private string Text(Signal signal)
    {
        var words = new[] { signal.Key.Kind.ToString(), signal.Key.Detail, signal.Role, signal.Key.Milestone?.ToString() ?? "", Times.Reading(signal.DueTime, zone) };
        var text = string.Join(" ", words.Where(word => word.Length > 0));
        return signal.Kind == SignalKind.Retracted ? $"Retracted: {text}" : text;
    }

    private void Apply(Turn turn)
    {
        Log = turn.Log;
        NextWake = turn.NextWake;
    }
}
