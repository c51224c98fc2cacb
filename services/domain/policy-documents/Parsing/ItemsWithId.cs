using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads lists of mappings that each carry an id; their paths use it.</summary>
internal static class ItemsWithId
{
    /// <param name="log">Where problems are noted.</param>
    /// <param name="node">The list; null for none.</param>
    /// <param name="path">Its path.</param>
    /// <param name="idKey">The key of the id.</param>
    /// <param name="most">How many there may be; further ones are a problem, and are not read.</param>
    public static IEnumerable<(MapReader Map, string Id)> Read(ParseLog log, DocumentNode? node, string path, string idKey, int most = DocumentLimits.Items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = log.Items(node, path, orOne: false).ToList();
        most = log.IsStored ? DocumentLimits.Items : most;
        if (items.Count > most)
        {
            log.Add(node!, path, "too-many", $"There are {items.Count} {path.Split('/')[^1]}; give at most {most}.");
        }

        foreach (var item in items.Take(most))
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
