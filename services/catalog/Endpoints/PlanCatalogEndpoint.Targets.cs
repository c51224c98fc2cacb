using System.Collections.Immutable;
using Grpc.Core;
using SlaPlatform.BusinessTime;
using SlaPlatform.Catalog.Questions;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Endpoints;

internal sealed partial class PlanCatalogEndpoint
{
    public override async Task<ResolveTargetsResponse> ResolveTargets(ResolveTargetsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<PlanName>("plan", request.Plan);
        var now = Now;
        var at = checks.Time("as_of_time", request.AsOfTime) ?? now;
        var language = context.Language(checks, request.Language);
        var terms = TermsMapping.Read(checks, "", request.TimeZone, request.Readings, request.CalendarOverrides, [], CalendarSource.HolidaysAround(at));
        checks.ThrowIfAny();
        var publication = await store.FindAsync(name!.Policy, name.Revision, at, context.CancellationToken);
        var plan = FindPlan(publication, name);
        int? level = request.HasLevel ? request.Level : null;
        if (level is { } given && publication.Policy.Severities.Find(given) is null)
        {
            checks.Add(ErrorReason.UnknownLevel, "level", $"It is {given}; policy '{name.Policy}' has levels 1 to {publication.Policy.Severities.Levels.Length}.");
        }

        var resolved = Resolve(checks, publication, plan.Id, terms);
        checks.ThrowIfAny();
        var targets = new ResolvedTargets(publication, resolved!, level);
        if (request.TimeZone.Length == 0 && targets.NeedsAccountZone)
        {
            throw Refusals.InvalidArgument(ErrorReason.FieldRequired, "time_zone", "A calendar of the plan takes its zone from the account; give an IANA id such as Europe/Brussels.");
        }

        return await answers.GetAsync(
            request, $"{publication.Revision.ContentHash}:{language}:{at.InUtc().Year}", () => targets.ToProto(language), ResolveTargetsResponse.Parser, context.CancellationToken);
    }

    public override async Task<ComparePlansResponse> ComparePlans(ComparePlansRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, request.Language);
        var readings = TermsMapping.ReadReadings(checks, "readings", request.Readings);
        if (request.Plans.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "plans", $"It is empty; give 1 to {Limits.ComparedPlans} plans, or one policy.");
        }

        checks.Count("plans", request.Plans.Count, Limits.ComparedPlans);
        checks.ThrowIfAny();
        var plans = await PlansToCompareAsync(checks, request.Plans, context.CancellationToken);
        CheckReadings(checks, readings, plans);
        checks.ThrowIfAny();
        var columns = plans.Select(entry => Column(checks, entry.Publication, entry.Plan, readings)).OfType<PlanComparison.Column>().ToImmutableArray();
        checks.ThrowIfAny();
        var basis = string.Join('+', plans.Select(entry => entry.Publication.Revision.ContentHash).Distinct());
        return await answers.GetAsync(request, $"{basis}:{language}", new PlanComparison(columns, language).ToProto, ComparePlansResponse.Parser, context.CancellationToken);
    }

    private static PlanTerms? Resolve(RequestChecks checks, Publication publication, string plan, ServiceTerms terms)
    {
        var outcome = PlanTerms.Resolve(publication.Policy, plan, terms);
        TermsFaults.Add(checks, outcome.Violations);
        return outcome is Validated<PlanTerms>.Valid { Value: var resolved } ? resolved : null;
    }

    private static void CheckReadings(RequestChecks checks, ImmutableSortedDictionary<string, string> readings, (Publication Publication, string Plan)[] plans)
    {
        var known = plans.SelectMany(entry => entry.Publication.Policy.Readings).Select(reading => reading.Id).Distinct().ToArray();
        foreach (var id in readings.Keys.Except(known))
        {
            checks.Add(ErrorReason.UnknownReading, FieldPath.Item("readings", id), $"None of these policies leaves it open; {(known.Length == 0 ? "they have no readings" : "use " + string.Join(", ", known))}.");
        }
    }

    private static PlanComparison.Column? Column(RequestChecks checks, Publication publication, string plan, ImmutableSortedDictionary<string, string> readings)
    {
        var own = publication.Policy.Readings.Select(reading => reading.Id).ToHashSet(StringComparer.Ordinal);
        var terms = new ServiceTerms { TimeZone = "UTC", Readings = readings.RemoveRange(readings.Keys.Where(id => !own.Contains(id))) };
        return Resolve(checks, publication, plan, terms) is { } resolved ? new(publication, resolved) : null;
    }

    private async Task<(Publication Publication, string Plan)[]> PlansToCompareAsync(
        RequestChecks checks, Google.Protobuf.Collections.RepeatedField<string> given, CancellationToken cancellation)
    {
        var now = Now;
        if (given.Count == 1 && !PlanName.TryParse(given[0], out _, out _))
        {
            var (policy, revision) = PolicyOrRevision(checks, "plans[0]", given[0]);
            checks.ThrowIfAny();
            var whole = await store.FindAsync(policy, revision, now, cancellation);
            return [.. whole.Policy.Plans.Select(plan => (whole, plan.Id))];
        }

        var names = given.Select((text, i) => checks.RequiredName<PlanName>(FieldPath.Item("plans", i), text)).ToArray();
        checks.ThrowIfAny();
        var found = new List<(Publication, string)>();
        foreach (var name in names)
        {
            var publication = await store.FindAsync(name!.Policy, name.Revision, now, cancellation);
            found.Add((publication, FindPlan(publication, name).Id));
        }

        return [.. found];
    }
}
