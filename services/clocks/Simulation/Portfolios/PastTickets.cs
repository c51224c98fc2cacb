using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>The tickets of an account as stories: what was told of them, apart from their plan.</summary>
internal sealed class PastTickets(TicketIndex index, TicketJournal journal)
{
    private const int Chunk = 500;

    /// <summary>The ids of all tickets of an account, ended ones too.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string account, CancellationToken cancellation)
    {
        var found = new List<string>();
        ImmutableArray<TicketDigest> part;
        ListPlace? place = null;
        do
        {
            part = await index.Read(ended: true, place, JournalKeys.LastScore, digest => digest.Account == account, Chunk, cancellation);
            found.AddRange(part.Select(digest => digest.TicketId));
            place = part.IsEmpty ? place : new ListPlace(part[^1].Score, part[^1].TicketId);
        }
        while (part.Length == Chunk);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A ticket; null when it is not there any more.</summary>
    public async Task<PastTicket?> ReadAsync(string id)
    {
        var record = await journal.LoadWhole(id);
        return record.IsEmpty ? null : new PastTicket(new TicketName(id).Format(), record.Intake.Product, StoryOf(record), record.Log);
    }

    private static Story StoryOf(TicketRecord record)
    {
        var opened = (Fact.Opened)record.Log.Opened.Fact;
        return new Story(
            record.Log.Opened.EffectiveTime,
            opened.ClaimedLevel ?? opened.VerifiedLevel!.Value,
            ClaimedOnly: opened.VerifiedLevel is null,
            opened.Production,
            opened.Unusable,
            [.. record.Log.Facts.Where(fact => fact.Fact is not (Fact.Opened or Fact.PlanChanged)).Select(fact => new SimulatedFact(fact.Fact, fact.EffectiveTime, fact.RecordTime))],
            new PlanBook(ImmutableDictionary<PlanReference, Engine.Policies.PlanTerms>.Empty))
        {
            Verified = opened.VerifiedLevel,
            TargetsExemptReason = opened.TargetsExemptReason,
            WaitingReason = opened.WaitingReason,
        };
    }
}
