using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

/// <summary>Writes the canonical document; its parts have writers of their own.</summary>
internal sealed class CanonicalPolicy(Utf8JsonWriter json)
{
    public void Write(Policy policy, ImmutableArray<Acceptance> accepts) => json.Object(null, () =>
    {
        json.WriteString("policy", policy.Id);
        json.Text("title", policy.Title);
        json.WriteString("version", policy.Version);
        json.WriteString("effective_from", policy.EffectiveFrom.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("source", policy.Source);
        json.WriteBoolean("suspension_stops_clocks", policy.SuspensionStopsClocks);
        new CanonicalSeverities(json).Write(policy.Severities);
        json.Object("calendars", () =>
        {
            foreach (var (id, calendar) in policy.Calendars)
            {
                new CanonicalCalendar(json).Write(id, calendar);
            }
        });
        Pairs("lines", policy.Lines);
        json.Object("ladders", () =>
        {
            foreach (var (id, ladder) in policy.Ladders)
            {
                json.Object(id, () =>
                {
                    json.List("levels", ladder.Levels, level => json.Text(null, level));
                    json.Source(ladder.Source);
                });
            }
        });
        json.List("features", policy.Features, feature => json.Object(null, () =>
        {
            json.WriteString("id", feature.Id);
            json.Text("name", feature.Name);
            json.Source(feature.Source);
        }));
        json.List("plans", policy.Plans, plan => new CanonicalPlan(json).Write(plan));
        json.List("readings", policy.Readings, reading => new CanonicalReading(json).Write(reading));
        Clauses(policy);
        json.List("accepts", accepts, accept => json.Object(null, () =>
        {
            json.WriteString("rule", accept.Rule);
            json.WriteString("path", accept.Path);
            json.WriteString("reason", accept.Reason);
        }));
    });

    private void Clauses(Policy policy)
    {
        json.List("exclusions", policy.Exclusions, exclusion => json.Object(null, () =>
        {
            json.WriteString("clause", exclusion.Clause);
            json.Words("exempts", exclusion.Exempts.Select(milestone => PolicyVocabulary.Milestones.WordFor(milestone)));
            if (!exclusion.PointedToBy.IsEmpty)
            {
                json.ReportTests("when", exclusion.PointedToBy);
            }

            if (exclusion.DivertsTo is { } to)
            {
                json.Text("diverts_to", to);
            }

            json.Text("text", exclusion.Text);
            json.Source(exclusion.Source);
        }));
        json.List("report_requires", policy.ReportRequires, requirement => json.Object(null, () =>
        {
            json.WriteString("field", requirement.Field);
            json.Text("text", requirement.Text);
            json.WriteBoolean("assigned_by_vendor", requirement.AssignedByVendor);
            json.Source(requirement.Source);
        }));
        json.List("refused_regions", policy.RefusedRegions, region => json.Object(null, () =>
        {
            json.WriteString("region", region.Region);
            json.Text("reason", region.Reason);
            if (region.Url is not null)
            {
                json.WriteString("url", region.Url);
            }

            json.Source(region.Source);
        }));
        json.List("provisions", policy.Provisions, provision => json.Object(null, () =>
        {
            json.WriteString("id", provision.Id);
            json.Text("text", provision.Text);
            Pairs("values", provision.Values);
            json.Source(provision.Source);
        }));
    }

    private void Pairs(string name, ImmutableSortedDictionary<string, string> pairs) => json.Object(name, () =>
    {
        foreach (var (key, value) in pairs)
        {
            json.WriteString(key, value);
        }
    });
}
