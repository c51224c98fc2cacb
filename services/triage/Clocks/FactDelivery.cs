using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Clocks;

/// <summary>
/// Tells clocks the facts that the store holds for them, in order per ticket. A fact keeps its request id, so that after a lost answer, or from two instances at once,
/// the clock takes it once.
/// </summary>
internal sealed partial class FactDelivery(IDbContextFactory<TriageDb> stores, SlaClockService.SlaClockServiceClient clocks, ILogger<FactDelivery> logger)
{
    private const int LongestRefusal = 1000;

    /// <summary>Tells a ticket's clock all that it is owed.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="cancellation">Ends the telling; what was not told stays owed.</param>
    public async Task<DeliveryOutcome> DeliverAsync(string ticketId, CancellationToken cancellation)
    {
        var refusals = new Dictionary<string, RpcException>(StringComparer.Ordinal);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var owed = await db.ClockFacts.AsNoTracking().Where(row => row.TicketId == ticketId && row.State == ClockFactState.Pending).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        foreach (var fact in owed)
        {
            try
            {
                await clocks.RecordFactAsync(RecordFactRequest.Parser.ParseFrom(fact.Request), cancellationToken: cancellation);
                await SettleAsync(fact.FactId, ClockFactState.Taken, "");
            }
            catch (RpcException e) when (IsFinal(e))
            {
                var isThere = await IsThereAsync(fact, e, cancellation);
                await SettleAsync(fact.FactId, isThere ? ClockFactState.Taken : ClockFactState.Refused, isThere ? "" : e.Status.Detail);
                if (!isThere)
                {
                    refusals[fact.FactId] = e;
                    LogRefused(fact.FactId, ticketId, e.Status.Detail);
                }
            }
            catch (RpcException e)
            {
                LogNotTold(fact.FactId, ticketId, e.StatusCode);
                return new DeliveryOutcome(IsComplete: false, e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded, refusals);
            }
        }

        return new DeliveryOutcome(IsComplete: true, IsClockAway: false, refusals);
    }

    private static bool IsFinal(RpcException refusal) =>
        refusal.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.FailedPrecondition or StatusCode.ResourceExhausted
        && refusal.GetReason() is not (ErrorReason.Unspecified or ErrorReason.FactInFuture);

    /// <summary>The clock forgets request ids after a day: one that was told longer ago, and whose answer was lost, is known by what it did.</summary>
    private async Task<bool> IsThereAsync(ClockFactRow fact, RpcException refusal, CancellationToken cancellation)
    {
        if (refusal.GetReason() != ErrorReason.FactNotAllowed)
        {
            return false;
        }

        var request = RecordFactRequest.Parser.ParseFrom(fact.Request);
        var ticket = await clocks.GetTicketAsync(new GetTicketRequest { Name = request.Ticket }, cancellationToken: cancellation);
        return request.Fact.FactCase switch
        {
            FactBody.FactOneofCase.Excluded => ticket.Exclusions.Contains(request.Fact.Excluded.Clause),
            FactBody.FactOneofCase.ExclusionLifted => !ticket.Exclusions.Contains(request.Fact.ExclusionLifted.Clause),
            FactBody.FactOneofCase.Resolved => ticket.State is TicketState.Resolved && ticket.ResolveTime.Equals(request.EffectiveTime),
            _ => false,
        };
    }

    // The clock has answered, whoever waits for it: that is kept even when the caller is gone.
    private async Task SettleAsync(string factId, ClockFactState state, string refusal)
    {
        var shown = refusal.Length <= LongestRefusal ? refusal : refusal[..LongestRefusal];
        await using var db = await stores.CreateDbContextAsync(CancellationToken.None);
        await db.ClockFacts
            .Where(row => row.FactId == factId && row.State == ClockFactState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Refusal, shown), CancellationToken.None);
    }

    [LoggerMessage(3101, LogLevel.Warning, "Fact {Fact} is refused by the clock of ticket {Ticket}: {Reason}")]
    private partial void LogRefused(string fact, string ticket, string reason);

    [LoggerMessage(3102, LogLevel.Debug, "Fact {Fact} is not told to the clock of ticket {Ticket} yet: {Code}")]
    private partial void LogNotTold(string fact, string ticket, StatusCode code);
}
