using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Portfolios;

/// <summary>How a ticket went as it was recorded, to compare other terms with.</summary>
public static class RecordedCourse
{
    /// <summary>How the ticket stood at a time, by what was known then; null when it was not recorded yet.</summary>
    /// <param name="log">The whole record.</param>
    /// <param name="book">The terms that it names.</param>
    /// <param name="until">The time.</param>
    public static TicketView? At(TicketLog log, PlanBook book, Instant until)
    {
        var known = log with { Facts = log.Facts.RemoveAll(fact => fact.RecordTime > until), Signals = log.Signals.RemoveAll(signal => signal.RaisedTime > until) };
        return known.Facts.IsEmpty ? null : TicketClock.View(known, book, until);
    }
}
