using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Routing;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using Assignment = SlaPlatform.Contracts.Entitlements.V1.Assignment;
using DomainAssignment = SlaPlatform.Engine.Routing.Assignment;

namespace SlaPlatform.Entitlements.Assignments;

/// <summary>Names people for the roles that an account's plans have.</summary>
internal sealed class AssignmentOperations(
    IDbContextFactory<EntitlementsDb> stores, AccountReader accounts, Mutator<EntitlementsDb> mutator, PolicySource policies, TimeProvider time)
{
    private const int MostCandidates = 50;

    public async Task<Changed<Assignment>> SetAsync(SetAssignmentRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var requestId = checks.RequestId(request.RequestId);
        var role = checks.RequiredText("assignment.role", request.Assignment?.Role ?? "", Limits.CodeCharacters);
        var given = new List<DomainAssignment?> { Read(checks, "assignment", request.Assignment ?? new Assignment(), role) };
        if (checks.Count("candidates", request.Candidates.Count, MostCandidates))
        {
            given.AddRange(request.Candidates.Select((candidate, i) => Read(checks, FieldPath.Item("candidates", i), candidate, role)));
        }

        var preferred = checks.Zone("preferred_time_zone", request.PreferredTimeZone);
        checks.ThrowIfAny();
        var now = time.GetStoredInstant();
        var (zone, granting) = await GrantingAsync(parent!.Account, role, now, cancellation);
        foreach (var (person, i) in given.Select((person, i) => (person!, i)).Where(item => item.Item1.CalendarId is { } id && !granting.Any(policy => IsOf(policy, id))))
        {
            checks.Add(
                ErrorReason.FieldOutOfRange, $"{(i == 0 ? "assignment" : FieldPath.Item("candidates", i - 1))}.calendar",
                $"{person.CalendarId} is no calendar of the account's policies; give one of {string.Join(", ", granting.SelectMany(NamesOf))}, or none for always.");
        }

        checks.ThrowIfAny();
        var chosen = DomainAssignment.Nearest(given.OfType<DomainAssignment>(), preferred?.Id ?? zone, now);
        var name = new AssignmentName(parent.Account, role);
        var mutation = new Mutation<EntitlementsDb, Assignment>
        {
            Lock = db => db.LockAccountAsync(parent.Account, cancellation),
            Apply = async (db, at) =>
            {
                await Rows.AccountAsync(db, parent.Account, cancellation);
                var row = await db.Assignments.FindAsync([parent.Account, role], cancellation);
                if (row is null)
                {
                    row = new AssignmentRow { AccountId = parent.Account, Role = role, Person = "", TimeZone = "", UpdateTime = at };
                    db.Assignments.Add(row);
                }

                var calendar = chosen.CalendarId is { } text ? CalendarName.Parse(text) : null;
                (row.Person, row.TimeZone, row.CalendarPolicyId, row.CalendarId, row.UpdateTime) = (chosen.Person, chosen.TimeZone, calendar?.Policy, calendar?.Calendar, at);
                return name.Format();
            },
            Read = async (db, _) => ToWire(
                await db.Assignments.FindAsync([parent.Account, role], cancellation) ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list them with ListAssignments")),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, parent.Account), mutation, cancellation);
    }

    public async Task<ListAssignmentsResponse> ListAsync(ListAssignmentsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await Rows.AccountAsync(db, parent!.Account, cancellation);
        var rows = await db.Assignments.AsNoTracking().Where(row => row.AccountId == parent.Account).OrderBy(row => row.Role).ToListAsync(cancellation);
        return new ListAssignmentsResponse { Assignments = { rows.Select(ToWire) } };
    }

    // The role must be one that a plan in force has; the first such subscription gives the zone that is preferred.
    private async Task<(string Zone, ImmutableArray<Policy> Granting)> GrantingAsync(string account, string role, Instant now, CancellationToken cancellation)
    {
        var inputs = await accounts.ReadAsync(account, cancellation) ?? throw Rows.NoAccount(account);
        var inForce = inputs.ToRecord().InForceAt(now).ToList();
        var book = await PolicyBook.LoadAsync(policies, inForce, now, cancellation);
        var having = inForce.Where(subscription => book.RevisionOf(subscription) is { Policy: var policy } && book.PlanOf(subscription) is { } plan
            && RoutingRules.RolesOf(policy, plan).Contains(role)).ToList();
        if (having.Count > 0)
        {
            return (having[0].Terms.TimeZone, [.. inForce.Select(book.RevisionOf).OfType<PolicyRevision>().Select(revision => revision.Policy).DistinctBy(policy => policy.Id)]);
        }

        var roles = inForce.SelectMany(subscription => book.PlanOf(subscription) is { } plan ? RoutingRules.RolesOf(book.RevisionOf(subscription)!.Policy, plan) : []).Distinct().ToList();
        throw Refusals.InvalidArgument(
            ErrorReason.FieldOutOfRange, "assignment.role", roles.Count == 0
                ? "No plan that the account has now names people; see its subscriptions."
                : $"It is no role of a plan that the account has now; give one of {string.Join(", ", roles)}.");
    }

    private static DomainAssignment? Read(RequestChecks checks, string field, Assignment given, string role)
    {
        if (given.Role != role)
        {
            checks.Add(ErrorReason.FieldOutOfRange, $"{field}.role", "It is another role than the assignment's; all candidates are for one.");
        }

        var person = checks.RequiredText($"{field}.person", given.Person, Limits.TitleCharacters);
        var zone = checks.Zone($"{field}.time_zone", given.TimeZone);
        if (given.TimeZone.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, $"{field}.time_zone", "It is empty; give an IANA id such as Europe/Brussels.");
        }

        var calendar = checks.Name<CalendarName>($"{field}.calendar", given.Calendar);
        return zone is null ? null : new DomainAssignment(role, person, zone.Id, calendar?.Format());
    }

    private static bool IsOf(Policy policy, string calendar) =>
        CalendarName.Parse(calendar) is { Revision: null } name && name.Policy == policy.Id && policy.Calendars.ContainsKey(name.Calendar);

    private static IEnumerable<string> NamesOf(Policy policy) => policy.Calendars.Keys.Select(id => new CalendarName(policy.Id, id).Format());

    private static Assignment ToWire(AssignmentRow row) => new()
    {
        Name = new AssignmentName(row.AccountId, row.Role).Format(),
        Role = row.Role,
        Person = row.Person,
        TimeZone = row.TimeZone,
        Calendar = row.CalendarId is { } id ? new CalendarName(row.CalendarPolicyId!, id).Format() : "",
    };
}
