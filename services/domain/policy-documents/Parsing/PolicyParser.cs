using System.Text.RegularExpressions;
using NodaTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads a whole document: first what others name, then what names it.</summary>
internal static partial class PolicyParser
{
    public static ParsedPolicy Parse(DocumentNode root, ParseLog log)
    {
        if (MapReader.Open(root, "", log) is not { } map)
        {
            return log.Outcome(null, []);
        }

        var scope = new PolicyScope(log);
        var clauses = new ClauseParser(scope);
        var id = Id(map, log);
        var severities = new SeverityParser(scope).Parse(map.Required("severities"), "severities");
        scope.Calendars = new CalendarParser(scope).Parse(map.Required("calendars"), "calendars");
        var lines = clauses.Lines(map.Optional("lines"), "lines");
        var ladders = clauses.Ladders(map.Optional("ladders"), "ladders");
        var features = new FeatureParser(scope).Features(map.Optional("features"), "features");
        var plans = new PlanParser(scope).Parse(map.Required("plans"), "plans");
        var accepts = clauses.Accepts(map.Optional("accepts"), "accepts");
        var policy = new Policy
        {
            Id = id,
            Title = TextParser.Parse(log, map.Required("title"), "title"),
            Version = log.Text(map.Required("version"), "version", 50) ?? "?",
            EffectiveFrom = log.Date(map.Required("effective_from"), "effective_from") ?? new LocalDate(1970, 1, 1),
            Source = log.Text(map.Required("source"), "source") ?? "?",
            Severities = severities ?? new SeverityScheme { Ruling = SeverityRuling.Claimed, Levels = [] },
            Calendars = scope.Calendars,
            Lines = lines,
            Ladders = ladders,
            Features = features,
            Plans = plans,
            Readings = new ReadingParser(scope).Parse(map.Optional("readings"), "readings"),
            Exclusions = clauses.Exclusions(map.Optional("exclusions"), "exclusions"),
            ReportRequires = clauses.ReportRequirements(map.Optional("report_requires"), "report_requires"),
            RefusedRegions = clauses.RefusedRegions(map.Optional("refused_regions"), "refused_regions"),
            Provisions = new ProvisionParser(scope).Parse(map.Optional("provisions"), "provisions"),
            SuspensionStopsClocks = log.Flag(map.Optional("suspension_stops_clocks"), "suspension_stops_clocks") ?? false,
        };
        map.Close();
        return log.Outcome(policy, accepts);
    }

    private static string Id(MapReader map, ParseLog log)
    {
        var node = map.Required("policy");
        var id = log.Text(node, "policy");
        if (id is not null && !IdPattern().IsMatch(id))
        {
            log.Add(node!, "policy", "identifier", $"\"{Shorten.Text(id)}\" is not a policy id; use up to 63 lower-case letters, digits and hyphens.");
        }

        return id ?? "?";
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
