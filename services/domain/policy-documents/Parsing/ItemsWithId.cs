using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads lists of mappings that each carry an id; their paths use it.</summary>
internal static class ItemsWithId
{
    public static IEnumerable<(MapReader Map, string Id)> Read(ParseLog log, DocumentNode? node, string path, string idKey)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in log.Items(node, path, orOne: false))
        {
            var peek = item is MapNode candidate ? candidate.Entries.FirstOrDefault(entry => entry.Key.Value == idKey).Value as ScalarNode : null;
            var itemPath = $"{path}/{peek?.Value.Trim() ?? "?"}";
            if (MapReader.Open(item, itemPath, log) is not { } map)
            {
                continue;
            }

            var id = log.Identifier(map.Required(idKey), map.PathOf(idKey)) ?? "?";
            if (!seen.Add(id) && id != "?")
            {
                log.Add(item, itemPath, "duplicate", $"{id} is given twice; each needs an id of its own.");
            }

            yield return (map, id);
        }
    }
}
