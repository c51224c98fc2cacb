using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>
/// Keeps the downtime that a ticket tells: the times in which it was open at the gravest level, where its plan guarantees availability. It is worked out from
/// the ticket as a whole each time, so that doing it twice, late or from two instances comes to the same.
/// </summary>
internal sealed class DowntimeSync(
    IDbContextFactory<EntitlementsDb> stores, SlaClockService.SlaClockServiceClient clocks, PolicySource policies)
{
    private const int GravestLevel = 1;

    /// <summary>Whether a ticket has told downtime before.</summary>
    public async Task<bool> KnowsAsync(string ticket, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return await db.Downtimes.AnyAsync(row => row.TicketId == ticket, cancellation);
    }

    /// <summary>Takes a ticket in as it stands.</summary>
    public async Task TakeAsync(TicketName name, CancellationToken cancellation)
    {
        var ticket = await clocks.GetTicketAsync(new GetTicketRequest { Name = name.Format() }, cancellationToken: cancellation);
        if (!AccountName.TryParse(ticket.Account, out var account, out _) || !await IsGuaranteedAsync(ticket.Plan, cancellation))
        {
            return;
        }

        var down = await PeriodsAsync(name, cancellation);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockAccountAsync(account.Account, cancellation);
        if (await db.Accounts.FindAsync([account.Account], cancellation) is null)
        {
            return;
        }

        var known = await db.Downtimes.Where(row => row.TicketId == name.Ticket).ToListAsync(cancellation);
        var wanted = down.Select((span, i) => (Id: AvailabilityRows.IdOf(name.Ticket, $"{i + 1}"), Span: span)).ToList();
        foreach (var (id, span) in wanted)
        {
            Put(db, known.FirstOrDefault(row => row.Id == id), id, account.Account, name.Ticket, ticket.Product, span);
        }

        // A fact that reached back can leave fewer periods than there were.
        db.Downtimes.RemoveRange(known.Where(row => wanted.All(item => item.Id != row.Id)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static void Put(EntitlementsDb db, DowntimeRow? row, string id, string account, string ticket, string instance, (Instant Start, Instant? End) span)
    {
        if (row is null)
        {
            db.Downtimes.Add(new DowntimeRow { AccountId = account, Id = id, Instance = instance, StartTime = span.Start, EndTime = span.End, TicketId = ticket, Revision = 1 });
        }
        else if ((row.StartTime, row.EndTime, row.Instance) != (span.Start, span.End, instance))
        {
            (row.StartTime, row.EndTime, row.Instance) = (span.Start, span.End, instance);
            row.Revision++;
        }
    }

    private async Task<bool> IsGuaranteedAsync(string plan, CancellationToken cancellation) =>
        PlanName.TryParse(plan, out var name, out _) && name.Revision is { } revision
        && (await policies.GetRevisionAsync(name.Policy, revision, cancellation)).RevisionOrNull?.Policy.FindPlan(name.Plan) is { } bought
        && AvailabilityGuarantees.Of(bought) is not null;

    // Neighbours that differ in other severities are one time.
    private async Task<List<(Instant Start, Instant? End)>> PeriodsAsync(TicketName name, CancellationToken cancellation)
    {
        var found = new List<(Instant Start, Instant? End)>();
        var request = new ListSeverityPeriodsRequest { Ticket = name.Format(), PageSize = 1000 };
        do
        {
            var page = await clocks.ListSeverityPeriodsAsync(request, cancellationToken: cancellation);
            foreach (var period in page.Periods.Where(period => period.Open && period.RulingLevel == GravestLevel))
            {
                var (start, end) = (period.StartTime.ToInstant().ToStored(), period.EndTime?.ToInstant().ToStored());
                if (found.Count > 0 && found[^1].End == start)
                {
                    found[^1] = (found[^1].Start, end);
                }
                else
                {
                    found.Add((start, end));
                }
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return found;
    }
}
