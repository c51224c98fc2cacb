using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Soak.Verification;
using Ticket = SlaPlatform.Contracts.Clocks.V1.Ticket;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>What a host that starts now goes on from, compared with the whole journals.</summary>
internal sealed class StoredSnapshots(JournalReader reader, TicketJournal journal)
{
    private static readonly Duration Later = Duration.FromMinutes(2);

    /// <summary>Compares tickets loaded as a host loads them with the same from the whole journal: how each stands, and what it goes on to raise.</summary>
    /// <returns>How many are loaded from a snapshot.</returns>
    public async Task<int> Compare(IEnumerable<string> tickets)
    {
        var from = 0;
        foreach (var ticket in tickets)
        {
            var (record, whole) = await Both(ticket);
            var book = (await reader.Read(ticket)).Book;
            Assert.Equal((whole.Length, whole.Intake, whole.Log.LastRecordTime), (record.Length, record.Intake, record.Log.LastRecordTime));
            Assert.Equal(Stand(whole, book), Stand(record, book));
            Assert.Equal(GoesOn(whole, book), GoesOn(record, book));
            from += record.IsWhole ? 0 : 1;
        }

        return from;
    }

    // Timers go on: both belong together only if they are as long.
    private async Task<(TicketRecord Record, TicketRecord Whole)> Both(string ticket)
    {
        while (true)
        {
            var (record, whole) = (await journal.Load(ticket), await journal.LoadWhole(ticket));
            if (record.Length == whole.Length)
            {
                return (record, whole);
            }
        }
    }

    private static Ticket Stand(TicketRecord record, PlanBook book) =>
        TicketMessages.Of(record.Log, TicketClock.View(record.Log, book, record.Log.LastRecordTime!.Value), "en");

    private static IEnumerable<string> GoesOn(TicketRecord record, PlanBook book)
    {
        var turn = TicketClock.Advance(record.Log, book, record.Log.LastRecordTime!.Value + Later);
        return [.. turn.Before.Select(signal => $"{signal.Id} {signal.Kind} {signal.Key} {signal.DueTime} {signal.Lateness}"), $"wakes {turn.NextWake}"];
    }
}
