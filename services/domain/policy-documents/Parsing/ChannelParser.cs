using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads where requests under a plan must come from.</summary>
internal static class ChannelParser
{
    public static Channels Parse(ParseLog log, DocumentNode? node, string path)
    {
        if (MapReader.Open(node, path, log) is not { } map)
        {
            return new Channels([], OtherChannels.Refused, "");
        }

        var accepted = log.Items(map.Required("accepted"), map.PathOf("accepted"))
            .Select(item => Rule(log, item, map.PathOf("accepted")))
            .OfType<ChannelRule>()
            .OrderBy(rule => rule.Channel, StringComparer.Ordinal)
            .ToImmutableArray();
        foreach (var twice in accepted.GroupBy(rule => rule.Channel).Where(same => same.Count() > 1))
        {
            log.Add(map.Node, map.PathOf("accepted"), "duplicate", $"The channel {twice.Key} is given twice; keep one.");
        }

        log.Choice(map.Required("others"), map.PathOf("others"), PolicyVocabulary.OtherChannels, out var others);
        var channels = new Channels(accepted, others, log.Text(map.Optional("source"), map.PathOf("source")) ?? "");
        map.Close();
        return channels;
    }

    private static ChannelRule? Rule(ParseLog log, DocumentNode node, string path)
    {
        if (node is not MapNode)
        {
            return log.Choice(node, path, PolicyVocabulary.ChannelNames, out var any) ? new ChannelRule(any, ChannelUser.Contact) : null;
        }

        var map = MapReader.Open(node, path, log)!;
        var known = log.Choice(map.Required("channel"), map.PathOf("channel"), PolicyVocabulary.ChannelNames, out var channel);
        log.Choice(map.Optional("from"), map.PathOf("from"), PolicyVocabulary.ChannelUsers, out var from);
        map.Close();
        return known ? new ChannelRule(channel, from) : null;
    }
}
