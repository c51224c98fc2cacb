using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Routing;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using DomainAssignment = SlaPlatform.Engine.Routing.Assignment;
using Subscription = SlaPlatform.Engine.Entitlements.Subscription;

namespace SlaPlatform.Entitlements.Assignments;

/// <summary>Says who takes a ticket.</summary>
internal sealed class TicketRouter(IDbContextFactory<EntitlementsDb> stores, AccountReader accounts, PolicySource policies, TimeProvider time)
{
    public async Task<RouteTicketResponse> RunAsync(RouteTicketRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var channel = checks.Specified("channel", request.Channel);
        checks.Level("level", request.Level);
        var line = checks.Known("line", request.Line);
        var at = checks.Time("as_of_time", request.AsOfTime) ?? time.GetStoredInstant();
        var named = checks.Name<SubscriptionName>("subscription", request.Subscription);
        if (named is not null && account is not null && named.Account != account.Account)
        {
            checks.Add(ErrorReason.InvalidResourceName, "subscription", $"It belongs to another account than {account.Format()}; name one of that account.");
        }

        checks.ThrowIfAny();
        var inputs = await accounts.ReadAsync(account!.Account, cancellation) ?? throw Rows.NoAccount(account.Account);
        var asked = new EntitlementRequest { Channel = channel.ToWord(), ReceivedAt = at, SubscriptionId = named?.Subscription };
        var (subscription, refusal) = SubscriptionSelection.Of(inputs.ToRecord(), asked);
        if (refusal is not null || subscription is null)
        {
            throw Refused(account, refusal!);
        }

        var book = await PolicyBook.LoadAsync(policies, [subscription], at, cancellation);
        return await RouteAsync(account, subscription, book.RevisionOf(subscription), asked, request.Level, line == Line.Unspecified ? SupportLines.First : line.ToWord(), cancellation);
    }

    private async Task<RouteTicketResponse> RouteAsync(
        AccountName account, Subscription subscription, PolicyRevision? revision, EntitlementRequest asked, int level, string line, CancellationToken cancellation)
    {
        var (plan, noPlan) = PlanInForce.Of(subscription, revision, asked.ReceivedAt);
        if (plan is null)
        {
            throw Refused(account, noPlan!);
        }

        if (level != 0 && revision!.Policy.Severities.Find(level) is null)
        {
            throw Refusals.InvalidArgument(
                ErrorReason.UnknownLevel, "level", $"{level} is not a level of policy '{revision.Policy.Id}'; give 1 to {revision.Policy.Severities.Levels.Length}.");
        }

        await using var db = await stores.CreateDbContextAsync(cancellation);
        var people = await db.Assignments.AsNoTracking().Where(row => row.AccountId == account.Account).OrderBy(row => row.Role).ToListAsync(cancellation);
        var route = TicketRouting.Of(
            revision!.Policy, plan, subscription.Terms, [.. people.Select(row => Person(row, revision.Policy))], asked.Channel, line, asked.ReceivedAt);
        return new RouteTicketResponse { Queue = route.Queue, Person = route.Person ?? "", Explanation = route.Explanation, Prioritized = route.Prioritized };
    }

    // A calendar of another policy, or one that a later revision dropped, says nothing here: the person then counts as always there.
    private static DomainAssignment Person(AssignmentRow row, Policy policy) =>
        new(row.Role, row.Person, row.TimeZone, row.CalendarPolicyId == policy.Id && row.CalendarId is { } id && policy.Calendars.ContainsKey(id) ? id : null);

    private static RefusalException Refused(AccountName account, EntitlementRefusal refusal) =>
        Refusals.FailedPrecondition(CheckMapping.ReasonOf(refusal), account.Format(), refusal.Message);
}
