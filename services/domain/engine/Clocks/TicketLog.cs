using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;

namespace SlaPlatform.Engine.Clocks;

/// <summary>What is recorded of one ticket: its facts and the signals raised, all of them or those since a checkpoint.</summary>
/// <param name="TicketId">The ticket's id; part of every signal's id.</param>
/// <param name="Facts">The facts in the order they were recorded.</param>
/// <param name="Signals">The signals in the order they were raised.</param>
public sealed record TicketLog(string TicketId, ImmutableList<RecordedFact> Facts, ImmutableList<Signal> Signals)
{
    /// <summary>What stands for everything recorded before; null when <see cref="Facts"/> and <see cref="Signals"/> are the whole record.</summary>
    public TicketCheckpoint? Since { get; init; }

    /// <summary>A ticket of which nothing is recorded.</summary>
    public static TicketLog Empty(string ticketId) => new(ticketId, [], []);

    /// <summary>The record of a ticket since a checkpoint of it.</summary>
    public static TicketLog From(string ticketId, TicketCheckpoint checkpoint) => Empty(ticketId) with { Since = checkpoint };

    /// <summary>Facts recorded, before the checkpoint too.</summary>
    public int FactCount => (Since?.FactCount ?? 0) + Facts.Count;

    /// <summary>The opening.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is recorded.</exception>
    public RecordedFact Opened => Since?.Opening ?? Facts[0];

    /// <summary>Every plan that the record names.</summary>
    public IEnumerable<PlanReference> Plans => (Since?.Plans ?? []).Concat(Facts.Select(PlanOf).OfType<PlanReference>());

    /// <summary>The latest record time, or null while nothing is recorded.</summary>
    public Instant? LastRecordTime
    {
        get
        {
            var fact = Facts.IsEmpty ? Since?.LastRecordTime : Facts[^1].RecordTime;
            Instant? signal = Signals.IsEmpty ? null : Signals[^1].RaisedTime;
            return fact is { } left && signal is { } right ? Instant.Max(left, right) : fact ?? signal;
        }
    }

    /// <summary>The log with what a turn added.</summary>
    public TicketLog Append(IEnumerable<RecordedFact> facts, IEnumerable<Signal> signals) =>
        new(TicketId, Facts.AddRange(facts), Signals.AddRange(signals)) { Since = Since };

    private static PlanReference? PlanOf(RecordedFact fact) => fact.Fact switch
    {
        Fact.Opened opened => opened.Plan,
        Fact.PlanChanged changed => changed.Plan,
        _ => null,
    };
}
