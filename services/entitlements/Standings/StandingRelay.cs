using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Standings;

/// <summary>
/// Stops and resumes running clocks with the standing of their account, for policies that say so. What is to be told is kept with the change itself and told
/// until the clock has answered for every ticket; a fact told twice is recorded once.
/// </summary>
internal sealed partial class StandingRelay(
    IDbContextFactory<EntitlementsDb> stores, SlaClockService.SlaClockServiceClient clocks, PolicySource policies, TimeProvider time, ILogger<StandingRelay> logger) : BackgroundService
{
    /// <summary>The reason that paused tickets show.</summary>
    public const string PauseReason = "account_suspended";

    private const string Actor = "entitlements";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // A ticket whose check came before the suspension may be stored after it: openings have ended by then, one way or the other.
    private static readonly Duration Settling = Duration.FromSeconds(30);

    private string? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await RelayAsync(stoppingToken);
                _told = null;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Tell(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RelayAsync(CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var changes = await db.StandingChanges.Where(change => change.DoneTime == null).OrderBy(change => change.Time).ThenBy(change => change.Version).ToListAsync(cancellation);
        foreach (var change in changes)
        {
            var begun = time.GetStoredInstant();
            if (change.IsSuspended)
            {
                await StopAsync(db, change, cancellation);
            }
            else
            {
                await ResumeAsync(db, change, cancellation);
            }

            if (!change.IsSuspended || begun >= change.Time + Settling || changes.Any(later => later.AccountId == change.AccountId && later.Version > change.Version))
            {
                change.DoneTime = time.GetStoredInstant();
                await db.SaveChangesAsync(cancellation);
            }
        }
    }

    private async Task StopAsync(EntitlementsDb db, StandingChangeRow change, CancellationToken cancellation)
    {
        var request = new ListTicketsRequest { PageSize = 1000, Filter = new TicketFilter { Account = new AccountName(change.AccountId).Format() } };
        do
        {
            var page = await clocks.ListTicketsAsync(request, cancellationToken: cancellation);
            foreach (var ticket in page.Tickets)
            {
                var id = TicketName.Parse(ticket.Name).Ticket;
                var since = Instant.Max(change.Time, ticket.OpenTime.ToInstant());
                if (await db.StandingPauses.FindAsync([change.AccountId, id], cancellation) is null && await StopsAsync(ticket.Plan, cancellation)
                    && await TellAsync(change, id, new FactBody { Actor = Actor, Paused = new Paused { Reason = PauseReason } }, since, cancellation))
                {
                    db.StandingPauses.Add(new StandingPauseRow { AccountId = change.AccountId, TicketId = id });
                    await db.SaveChangesAsync(cancellation);
                }
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private async Task ResumeAsync(EntitlementsDb db, StandingChangeRow change, CancellationToken cancellation)
    {
        foreach (var pause in await db.StandingPauses.Where(pause => pause.AccountId == change.AccountId).ToListAsync(cancellation))
        {
            await TellAsync(change, pause.TicketId, new FactBody { Actor = Actor, Resumed = new Resumed() }, change.Time, cancellation);
            db.StandingPauses.Remove(pause);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<bool> StopsAsync(string plan, CancellationToken cancellation) =>
        PlanName.TryParse(plan, out var name, out _) && name.Revision is { } revision
        && (await policies.GetRevisionAsync(name.Policy, revision, cancellation)).RevisionOrNull is { Policy.SuspensionStopsClocks: true };

    // A ticket that was resolved, closed or merged meanwhile takes no such fact: nothing is left to stop.
    private async Task<bool> TellAsync(StandingChangeRow change, string ticket, FactBody fact, Instant since, CancellationToken cancellation)
    {
        try
        {
            await clocks.RecordFactAsync(
                new RecordFactRequest { Ticket = new TicketName(ticket).Format(), Fact = fact, EffectiveTime = since.ToTimestamp(), RequestId = RequestIdOf(change, ticket) },
                cancellationToken: cancellation);
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            LogNotTaken(ticket, e.Status.Detail);
            return false;
        }
    }

    // The same for ever, so that a fact told again after a lost answer is known.
    private static string RequestIdOf(StandingChangeRow change, string ticket) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"standing\n{change.AccountId}\n{change.Version}\n{ticket}")).AsSpan(0, 16)).ToString();

    private void Tell(Exception failure)
    {
        var reason = failure is RpcException call ? $"{call.StatusCode}" : failure.GetType().Name;
        if (_told != reason)
        {
            _told = reason;
            LogFailed(reason);
        }
    }

    [LoggerMessage(2501, LogLevel.Warning, "Clocks are not told of suspensions for now ({Reason}); it is made up for")]
    private partial void LogFailed(string reason);

    [LoggerMessage(2502, LogLevel.Information, "Ticket {Ticket} did not take the account's change of standing: {Reason}")]
    private partial void LogNotTaken(string ticket, string reason);
}
