using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Triage.Exclusions;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Releases;

/// <summary>Releases as the contract shows them.</summary>
internal static class ReleaseMapping
{
    public static string EtagOf(this ReleaseRow row) => row.Revision.ToString("x", CultureInfo.InvariantCulture);

    public static Release ToWire(this ReleaseRow row) => new()
    {
        Name = new ReleaseName(row.PolicyId, row.Id).Format(),
        Product = row.Product,
        Version = row.Version,
        ReleaseTime = row.ReleaseTime.ToTimestamp(),
        Routine = row.IsRoutine,
        SupportEndTime = row.SupportEnd?.ToTimestamp(),
        Etag = row.EtagOf(),
    };

    /// <summary>The same with its tickets.</summary>
    public static async Task<Release> ToWireAsync(this ReleaseRow row, TriageDb db, CancellationToken cancellation)
    {
        var tickets = await (
            from ticket in db.FixedTickets
            where ticket.PolicyId == row.PolicyId && ticket.ReleaseId == row.Id
            join fact in db.ClockFacts on ticket.FactId equals fact.FactId
            orderby ticket.TicketId
            select new { ticket.TicketId, Fact = fact }).AsNoTracking().ToListAsync(cancellation);
        var wire = row.ToWire();
        wire.FixedTickets.AddRange(tickets.Select(ticket => new FixedTicket
        {
            Ticket = new TicketName(ticket.TicketId).Format(),
            Delivery = ExclusionMapping.DeliveryOf(ticket.Fact),
            Refusal = ticket.Fact.Refusal,
        }));
        return wire;
    }
}
