using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Triage.Disagreements;

/// <summary>Counts how claims and verifications of an account's tickets differ, by asking the clock for them page by page: nothing is kept of it here.</summary>
internal sealed class DisagreementQuery(SlaClockService.SlaClockServiceClient clocks)
{
    private const int MostTickets = 100_000;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public async Task<DisagreementStatistics> RunAsync(GetDisagreementStatisticsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var start = checks.Time("start_time", request.StartTime);
        var end = checks.Time("end_time", request.EndTime);
        if (end < start)
        {
            checks.Add(ErrorReason.TimeOrder, "end_time", $"{end} is before {start}; give that or a later time.");
        }

        checks.ThrowIfAny();
        try
        {
            return ToWire(account!, await CountAsync(account!, request, cancellation));
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && e.GetErrorInfo() is null)
        {
            throw Refusals.Unavailable(ServiceDefaults.ResourceNames.Clocks, RetryAfter);
        }
    }

    private async Task<DisagreementTally> CountAsync(AccountName account, GetDisagreementStatisticsRequest request, CancellationToken cancellation)
    {
        var list = new ListTicketsRequest
        {
            Filter = new TicketFilter
            {
                Account = account.Format(),
                OpenFromTime = request.StartTime,
                OpenUntilTime = request.EndTime,
                States = { Enum.GetValues<TicketState>().Where(state => state != TicketState.Unspecified) },
            },
            PageSize = Limits.MostPageSize,
        };
        var tally = new DisagreementTally();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var page = await clocks.ListTicketsAsync(list, cancellationToken: cancellation);
            foreach (var ticket in page.Tickets.Where(ticket => seen.Add(ticket.Name)))
            {
                await AddAsync(tally, ticket, cancellation);
            }

            if (seen.Count > MostTickets)
            {
                throw Refusals.ResourceExhausted(
                    ErrorReason.TooManyTickets, account.Format(), $"{account.Format()} has more than {MostTickets} tickets in that time; ask for a shorter time.");
            }

            list.PageToken = page.NextPageToken;
        }
        while (list.PageToken.Length > 0);
        return tally;
    }

    // A list that was written before it held the levels has neither; a ticket always has one.
    private async Task AddAsync(DisagreementTally tally, TicketSummary ticket, CancellationToken cancellation)
    {
        if (ticket.HasClaimedLevel || ticket.HasVerifiedLevel)
        {
            tally.Add(ticket.HasClaimedLevel ? ticket.ClaimedLevel : null, ticket.HasVerifiedLevel ? ticket.VerifiedLevel : null);
            return;
        }

        var whole = await clocks.GetTicketAsync(new GetTicketRequest { Name = ticket.Name }, cancellationToken: cancellation);
        tally.Add(whole.HasClaimedLevel ? whole.ClaimedLevel : null, whole.HasVerifiedLevel ? whole.VerifiedLevel : null);
    }

    private static DisagreementStatistics ToWire(AccountName account, DisagreementTally tally) => new()
    {
        Account = account.Format(),
        ComparedCount = tally.Compared,
        ClaimedGraverCount = tally.ClaimedGraver,
        VerifiedGraverCount = tally.VerifiedGraver,
        Pairs = { tally.Pairs.Select(pair => new LevelPairCount { ClaimedLevel = pair.Claimed, VerifiedLevel = pair.Verified, TicketCount = pair.Tickets }) },
    };
}
