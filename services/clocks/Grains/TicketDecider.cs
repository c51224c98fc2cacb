using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Lets the engine decide on what a ticket is told, with the terms of all plans that it names.</summary>
internal sealed class TicketDecider(TicketJournal journal, PlanBooks books)
{
    /// <summary>Decides on a fact; on the whole journal where what stands for a part of it does not tell enough.</summary>
    /// <param name="record">The record held.</param>
    /// <param name="fact">What is told.</param>
    /// <param name="now">The record time.</param>
    /// <returns>The decision, the record that it was made on and the terms; null when the journal is another than the record's.</returns>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task<(TicketRecord Record, PlanBook Book, Decision Decision)?> Decide(TicketRecord record, NewFact fact, Instant now)
    {
        var book = await BookOf(record, fact.Fact);
        var decision = TicketClock.Record(record.Log, book, [fact], now);
        if (decision is not Decision.NeedsWhole)
        {
            return (record, book, decision);
        }

        var whole = await journal.LoadWhole(record.Id);
        if (whole.Length != record.Length)
        {
            return null;
        }

        book = await BookOf(whole, fact.Fact);
        return (whole, book, TicketClock.Record(whole.Log, book, [fact], now));
    }

    private Task<PlanBook> BookOf(TicketRecord record, Fact fact) =>
        books.Of(fact is Fact.PlanChanged changed ? record.Log.Plans.Append(changed.Plan) : record.Log.Plans);
}
