using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>Reads decisions.</summary>
internal sealed class ExclusionQueries(IDbContextFactory<TriageDb> stores)
{
    public async Task<ExclusionDecision> GetAsync(GetExclusionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ExclusionName>("name", request.Name);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return (await StoredExclusion.RequireAsync(db, name!, cancellation)).ToWire();
    }

    public async Task<ListExclusionsResponse> ListAsync(ListExclusionsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var ticket = checks.Name<TicketName>("ticket", request.Ticket);
        var account = checks.Name<AccountName>("account", request.Account);
        if ((request.Ticket.Length > 0) == (request.Account.Length > 0))
        {
            checks.Add(ErrorReason.FieldRequired, "ticket", "Give either a ticket or an account.");
        }

        var size = checks.PageSize(request.PageSize);
        var after = (PageTokens.Decode(checks, request, request.PageToken) ?? "/").Split('/');
        if (after.Length != 2)
        {
            checks.Add(ErrorReason.InvalidPageToken, "page_token", "This service did not give it; begin without one.");
        }

        checks.ThrowIfAny();
        var (afterTicket, afterClause) = (after[0], after[1]);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var found = db.Exclusions.AsNoTracking().Where(
            row => string.Compare(row.TicketId, afterTicket) > 0 || (row.TicketId == afterTicket && string.Compare(row.Clause, afterClause) > 0));
        found = ticket is not null ? found.Where(row => row.TicketId == ticket.Ticket) : found.Where(row => row.AccountId == account!.Account);
        var rows = await found.OrderBy(row => row.TicketId).ThenBy(row => row.Clause).Take(size + 1).ToListAsync(cancellation);
        var page = await StoredExclusion.ReadAsync(db, [.. rows.Take(size)], cancellation);
        return new ListExclusionsResponse
        {
            Exclusions = { page.Select(ExclusionMapping.ToWire) },
            NextPageToken = rows.Count > size ? PageTokens.Encode(request, $"{rows[size - 1].TicketId}/{rows[size - 1].Clause}") : "",
        };
    }
}
