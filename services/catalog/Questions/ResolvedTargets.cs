using SlaPlatform.BusinessTime;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Catalog.Wire;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;

namespace SlaPlatform.Catalog.Questions;

/// <summary>A plan's targets as they hold for one subscription, with all that they refer to.</summary>
/// <param name="publication">The revision.</param>
/// <param name="terms">The plan, resolved.</param>
/// <param name="level">The only level wanted; null for all.</param>
internal sealed class ResolvedTargets(Publication publication, PlanTerms terms, int? level)
{
    /// <summary>The calendars that the targets and ladders name, by id.</summary>
    public IReadOnlyList<CompiledCalendar> Calendars { get; } = [.. CalendarIds(terms, level).Select(terms.Calendar)];

    /// <summary>Whether one of them takes its zone from the account.</summary>
    public bool NeedsAccountZone => Calendars.Any(calendar => calendar.Definition.ZoneId == BusinessCalendar.AccountZone);

    public ResolveTargetsResponse ToProto(string language)
    {
        var (policy, plan) = (terms.Policy, terms.Plan);
        var response = new ResolveTargetsResponse
        {
            Plan = new PlanName(policy.Id, plan.Id, publication.Revision.Id).Format(),
            DocumentSha256 = publication.Revision.ContentHash,
            Targets = { PlanMessages.Levels(policy, plan, terms.FindTarget, TargetMapping.For(terms, language), language, level) },
            Calendars =
            {
                Calendars.Select(calendar => calendar.Definition.ToProto(
                    new CalendarName(policy.Id, calendar.Definition.Id, publication.Revision.Id).Format(), calendar.Zone.Id)),
            },
        };
        foreach (var reading in policy.Readings)
        {
            response.Readings.Add(reading.Id, terms.Terms.Readings.GetValueOrDefault(reading.Id, reading.Default));
        }

        return response;
    }

    private static IEnumerable<string> CalendarIds(PlanTerms terms, int? level)
    {
        var levels = terms.Policy.Severities.Levels.Select(known => known.Level).Where(known => level is null || known == level).ToArray();
        var timings =
            from known in levels
            from milestone in Enum.GetValues<MilestoneKind>()
            let timing = terms.FindTarget(known, milestone)?.Commitment.Timing
            where timing is not null
            select timing;
        var ladders = levels.Select(terms.FindEscalation).OfType<Escalation.AtInterval>().Select(escalation => escalation.Calendar);
        return timings.SelectMany(Named).Concat(ladders).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Named(Timing timing) =>
        [timing.Calendar, .. timing.Lines.Values, .. timing.Start is StartRule.NextOpening gate ? [gate.Calendar] : Array.Empty<string>()];
}
