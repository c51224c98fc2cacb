using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Obligations;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Routing;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Engine.Triage.Releases;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads what a policy states besides. Every value is one that answers are worked out from: what nothing reads belongs in the text.</summary>
internal sealed class ProvisionParser(PolicyScope scope)
{
    private readonly ParseLog _log = scope.Log;

    public ImmutableArray<Provision> Parse(DocumentNode? node, string path)
    {
        var provisions = ImmutableArray.CreateBuilder<Provision>();
        foreach (var (map, id) in ItemsWithId.Read(_log, node, path, "id"))
        {
            provisions.Add(Provision(map, id));
            map.Close();
        }

        return provisions.ToImmutable();
    }

    private Provision Provision(MapReader map, string id)
    {
        var values = Values(map);
        var provision = new Provision(
            id, TextParser.Parse(_log, map.Required("text"), map.PathOf("text")), values, _log.Text(map.Optional("source"), map.PathOf("source")) ?? "");
        var uses = UsesOf(provision);
        var written = values.IsEmpty ? null : MapReader.Open(map.Optional("values"), map.PathOf("values"), _log);
        foreach (var (rule, fault) in uses.SelectMany(use => use.Faults.Select(fault => (use.Rule, fault))))
        {
            _log.Add(written?.Optional(fault.Field) ?? map.Node, $"{map.PathOf("values")}/{fault.Field}", rule, fault.Description);
        }

        var read = uses.SelectMany(use => use.Names).ToImmutableSortedSet(StringComparer.Ordinal);
        foreach (var name in values.Keys.Where(name => !read.Contains(name)))
        {
            var advice = read.IsEmpty ? "say it in the text" : $"{Suggestion.For(name, read)} What is only to be told belongs in the text";
            _log.AddUnlessStored(written!.Optional(name)!, $"{map.PathOf("values")}/{name}", "unread-value", $"Nothing reads the value {name} of this provision; {advice}.");
        }

        return provision;
    }

    /// <summary>What is worked out from a provision: under which rule its values are refused, which of them are read, and what is wrong with them.</summary>
    private IEnumerable<(string Rule, ImmutableArray<string> Names, ImmutableArray<Violation> Faults)> UsesOf(Provision provision)
    {
        var values = provision.Values;
        switch (provision.Id)
        {
            case CreditRules.ProvisionId:
                yield return (provision.Id, ["claim_window"], CreditRules.Read(values).Violations);
                break;
            case MaintenanceRules.ProvisionId:
                yield return (provision.Id, ["notice", "calendar"], MaintenanceRules.Read(values, scope.Calendars.ContainsKey).Violations);
                break;
            case SunsetRules.ProvisionId:
                yield return (provision.Id, ["notice", "termination_notice", "latest_effect_before_end", "refund", "vendor_may_end_whole_agreement"], SunsetRules.Read(values).Violations);
                break;
            case RoutingRules.PeopleId:
                yield return (provision.Id, ["roles"], [.. RoutingRules.RolesOf(provision).Where(role => !scope.Features.Contains(role)).Select(role => new Violation("roles", $"\"{role}\" is no feature of the policy."))]);
                break;
            case AvailabilityScope.ScopeId:
                yield return (provision.Id, AvailabilityScope.ScopeNames, Later(AvailabilityScope.ScopeFaults(values)));
                break;
            case AvailabilityScope.ExclusionsId:
                yield return (provision.Id, AvailabilityScope.Causes, Later(AvailabilityScope.ExclusionFaults(values)));
                break;
            case SupportLanguages.ProvisionId:
                yield return (provision.Id, [SupportLanguages.ProvisionId], Later(SupportLanguages.Faults(values)));
                break;
            case UnsupportedVersions.ProvisionId:
                yield return (provision.Id, UnsupportedVersions.Names, Later(UnsupportedVersions.Faults(values)));
                break;
        }

        if (RoutingRules.IsPriority(provision))
        {
            yield return ("routing", ["priority", "feature", "line"], RoutingRules.ReadPriority(provision, scope.Features.Contains).Violations);
        }
        else if (RoutingRules.IsRule(provision))
        {
            yield return (
                "routing", ["queue", "otherwise", "role", "channel", "line", "hours"],
                [.. RoutingRules.Read(provision, scope.Features.Contains, scope.Calendars.ContainsKey).Violations, .. UnknownChannel(provision)]);
        }

        if (ObligationRules.IsObligation(provision))
        {
            yield return ("obligation", ["owed", "per", "on", "due", "feature", "binding"], ObligationRules.Read(provision, FeatureOf).Violations);
        }
    }

    // Documents were stored before these values were looked at.
    private ImmutableArray<Violation> Later(ImmutableArray<Violation> faults) => _log.IsStored ? [] : faults;

    private static IEnumerable<Violation> UnknownChannel(Provision provision) =>
        provision.Values.TryGetValue("channel", out var channel) && !PolicyVocabulary.ChannelNames.ContainsKey(channel)
            ? [new Violation("channel", $"\"{channel}\" is no channel; use one of {string.Join(", ", PolicyVocabulary.ChannelNames.Keys)}.")]
            : [];

    private Feature? FeatureOf(string id) => scope.Features.Contains(id) ? new Feature(id, LocalizedText.Of(id), "") : null;

    private ImmutableSortedDictionary<string, string> Values(MapReader owner)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (MapReader.Open(owner.Optional("values"), owner.PathOf("values"), _log) is { } map)
        {
            foreach (var (key, _) in ((MapNode)map.Node).Entries)
            {
                if (_log.Identifier(key, map.PathOf(key.Value)) is { } name && _log.Text(map.Optional(key.Value), map.PathOf(key.Value), 500) is { } value)
                {
                    values[name] = value;
                }
            }
        }

        return values.ToImmutable();
    }
}
