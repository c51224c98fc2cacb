using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Everything recorded of one ticket: its facts and the signals raised.</summary>
/// <param name="TicketId">The ticket's id; part of every signal's id.</param>
/// <param name="Facts">The facts in the order they were recorded.</param>
/// <param name="Signals">The signals in the order they were raised.</param>
public sealed record TicketLog(string TicketId, ImmutableList<RecordedFact> Facts, ImmutableList<Signal> Signals)
{
    /// <summary>A ticket of which nothing is recorded.</summary>
    public static TicketLog Empty(string ticketId) => new(ticketId, [], []);

    /// <summary>The latest record time, or null while nothing is recorded.</summary>
    public Instant? LastRecordTime
    {
        get
        {
            Instant? fact = Facts.IsEmpty ? null : Facts[^1].RecordTime;
            Instant? signal = Signals.IsEmpty ? null : Signals[^1].RaisedTime;
            return fact is { } left && signal is { } right ? Instant.Max(left, right) : fact ?? signal;
        }
    }

    /// <summary>The log with what a turn added.</summary>
    public TicketLog Append(IEnumerable<RecordedFact> facts, IEnumerable<Signal> signals) =>
        new(TicketId, Facts.AddRange(facts), Signals.AddRange(signals));
}
