using NodaTime;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Importing;

/// <summary>
/// Takes over tickets of the past. It needs no ticket grain: nothing of the ticket lives yet, and the append refuses when there is a journal. So a hundred
/// thousand tickets that nobody asks for leave no hundred thousand grains in memory.
/// </summary>
internal sealed class TicketImporter(
    TicketJournal journal, PlanBooks books, PlanKeeper plans, PastFacts past, TurnPublisher publisher, OpeningQuestions questions, Agreements agreements, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>What one stream remembers of the other services' answers.</summary>
    public PastEntitlements Begin() => new(questions, plans, agreements, clock);

    /// <summary>Takes over a ticket.</summary>
    /// <returns>Its name, and whether it was there already with the same content.</returns>
    /// <exception cref="RefusalException">The ticket is refused; nothing of it is stored.</exception>
    public async Task<(TicketName Name, bool Repeat)> Import(Wire.ImportTicketsRequest request, PastEntitlements entitlements, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var asked = ImportRequest.Read(request, now);
        var name = new TicketName(asked.TicketId);
        if (await IsThere(asked))
        {
            return (name, true);
        }

        var ticket = await Judge(request.Open, asked, entitlements, cancellation);
        var book = await books.Of(ticket.Plans);
        var turn = ticket.Decide(asked.TicketId, book, now) switch
        {
            Decision.Accepted accepted => ticket.TurnOf(accepted.Turn, book, journal.SnapshotEvery),
            Decision.Refused refused => throw ImportRefusals.Of(refused.Refusals, request.Open),
            _ => throw new InvalidOperationException("A whole ticket is either accepted or refused."),
        };
        if (turn.Append.Bytes is > ImportRequest.MostBytes and var bytes)
        {
            throw ImportRefusals.TooLarge(bytes);
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await journal.Append(turn.Append) == AppendOutcome.Appended)
            {
                publisher.Publish(turn);
                return (name, false);
            }

            // Without a journal it was refused for what another append of its shard left half done, which is finished by now.
            if (await IsThere(asked))
            {
                return (name, true);
            }
        }

        throw Refusals.ConcurrentWrite(name.Format());
    }

    /// <summary>Whether the same ticket was imported before.</summary>
    /// <exception cref="RefusalException">The id is another ticket's.</exception>
    private async Task<bool> IsThere(ImportRequest asked) => await journal.FindOpening(asked.TicketId) switch
    {
        null => false,
        { Note.Import: var content } when content == asked.Content => true,
        { Note.Import: var content } => throw ImportRefusals.OtherContent(new TicketName(asked.TicketId), imported: !string.IsNullOrEmpty(content)),
    };

    private async Task<ImportedTicket> Judge(Wire.OpenTicketRequest open, ImportRequest asked, PastEntitlements entitlements, CancellationToken cancellation)
    {
        var entitled = await entitlements.Of(open, asked.ReceivedTime, cancellation);
        var assessment = await questions.Assess(open, entitled.Check, cancellation, "open");
        var proposed = assessment?.HasProposedLevel == true ? assessment.ProposedLevel : (int?)null;
        var opening = OpeningRequest.Opening(open, entitled.Plan, proposed, OpeningQuestions.ExemptReason(entitled.Check, assessment)) with { SignalsFrom = asked.SignalsFrom };
        var note = new FactNote { Import = asked.Content, Intake = OpeningRequest.IntakeOf(open, entitled.Check) };
        return new ImportedTicket(opening, note, asked.ReceivedTime, await past.Find(asked, open.Account, entitled.Plan.Terms, entitlements, cancellation));
    }
}
