namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>Reads a mapping key by key and then reports the keys that nobody asked for.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, (ScalarNode Key, DocumentNode Value)> _entries;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly MapNode _node;
    private readonly ParseLog _log;

    private MapReader(MapNode node, string path, ParseLog log)
    {
        _node = node;
        Path = path;
        _log = log;
        _entries = node.Entries.ToDictionary(entry => entry.Key.Value, StringComparer.Ordinal);
    }

    public string Path { get; }

    public DocumentNode Node => _node;

    /// <summary>A reader for the mapping, or null when the value is none; the log says so.</summary>
    public static MapReader? Open(DocumentNode? node, string path, ParseLog log)
    {
        if (node is null)
        {
            return null;
        }

        log.Locate(path, node);
        if (node is MapNode map)
        {
            return new MapReader(map, path, log);
        }

        log.Add(node, path, "type", $"Here is {node.Kind} where a mapping of keys to values belongs.");
        return null;
    }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}/{key}";

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The value of a key, or null when it is absent.</summary>
    public DocumentNode? Optional(string key)
    {
        _asked.Add(key);
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        _log.Locate(PathOf(key), entry.Value);
        if (entry.Value is ScalarNode { IsNull: true })
        {
            _log.Add(entry.Key, PathOf(key), "no-value", $"The key {key} has no value; give one or leave the key out.");
            return null;
        }

        return entry.Value;
    }

    /// <summary>The value of a key; its absence is a problem.</summary>
    public DocumentNode? Required(string key)
    {
        if (!Has(key))
        {
            _asked.Add(key);
            _log.Add(_node, PathOf(key), "missing-key", $"The key {key} is missing; add it.");
            return null;
        }

        return Optional(key);
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Close()
    {
        foreach (var (key, entry) in _entries.Where(entry => !_asked.Contains(entry.Key)))
        {
            _log.Add(entry.Key, PathOf(key), "unknown-key", $"The key {Shorten.Text(key)} is unknown here; {Suggestion.For(key, _asked)}");
        }
    }
}
