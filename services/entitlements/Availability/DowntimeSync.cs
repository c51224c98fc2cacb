using System.Globalization;
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
/// Keeps the downtime that a ticket tells under plans that guarantee availability. It is worked out from the ticket as a whole each time, so that doing it
/// twice, late or from two instances comes to the same.
/// </summary>
internal sealed class DowntimeSync(
    IDbContextFactory<EntitlementsDb> stores, SlaClockService.SlaClockServiceClient clocks, PolicySource policies)
{
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
        while (AccountName.TryParse(ticket.Account, out var account, out _))
        {
            await KeepAsync(account.Account, name.Ticket, ticket.Product, await PeriodsAsync(name, cancellation), cancellation);
            // Another instance may have kept what is newer before this one kept what it had read.
            var since = ticket;
            ticket = await clocks.GetTicketAsync(new GetTicketRequest { Name = name.Format() }, cancellationToken: cancellation);
            if ((since.Etag, since.State) == (ticket.Etag, ticket.State))
            {
                return;
            }
        }
    }

    private async Task KeepAsync(string account, string ticket, string instance, IReadOnlyList<(Instant Start, Instant? End)> down, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockAccountAsync(account, cancellation);
        if (await db.Accounts.FindAsync([account], cancellation) is null)
        {
            return;
        }

        // A row is the downtime from its first instant on. What a fact that reached back leaves of another goes; decisions about it stay with the ticket.
        var known = await db.Downtimes.Where(row => row.TicketId == ticket).ToDictionaryAsync(row => row.Id, cancellation);
        foreach (var span in down)
        {
            var id = AvailabilityRows.IdOf(ticket, span.Start.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
            known.Remove(id, out var row);
            Put(db, row, id, account, ticket, instance, span);
        }

        db.Downtimes.RemoveRange(known.Values);
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

    // Neighbours that differ in other things are one time.
    private async Task<IReadOnlyList<(Instant Start, Instant? End)>> PeriodsAsync(TicketName name, CancellationToken cancellation)
    {
        var found = new List<(Instant Start, Instant? End)>();
        var guaranteed = new Dictionary<string, bool>(StringComparer.Ordinal);
        var request = new ListSeverityPeriodsRequest { Ticket = name.Format(), PageSize = 1000 };
        do
        {
            var page = await clocks.ListSeverityPeriodsAsync(request, cancellationToken: cancellation);
            foreach (var period in page.Periods.Where(period => period.Downtime))
            {
                if (!guaranteed.TryGetValue(period.Plan, out var counts))
                {
                    guaranteed[period.Plan] = counts = await IsGuaranteedAsync(period.Plan, cancellation);
                }

                if (counts)
                {
                    Add(found, period.StartTime.ToInstant().ToStored(), period.EndTime?.ToInstant().ToStored());
                }
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return found;
    }

    private static void Add(List<(Instant Start, Instant? End)> spans, Instant start, Instant? end)
    {
        if (spans.Count > 0 && spans[^1].End == start)
        {
            spans[^1] = (spans[^1].Start, end);
        }
        else if (end is null || start < end)
        {
            spans.Add((start, end));
        }
    }
}
