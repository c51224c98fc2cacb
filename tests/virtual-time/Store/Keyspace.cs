using System.Globalization;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>What Redis holds. Bytes are kept as text of one character each, so that they compare as bytes do. Nothing expires: a life is shorter than a request is remembered.</summary>
internal sealed class Keyspace
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => values.Keys;

    public bool Has(string key) => values.ContainsKey(key);

    public bool Delete(string key) => values.Remove(key);

    public string? Get(string key) => Find<string>(key);

    public void Set(string key, string value) => values[key] = value;

    public long Increment(string key, long by)
    {
        var sum = long.Parse(Get(key) ?? "0", CultureInfo.InvariantCulture) + by;
        values[key] = sum.ToString(CultureInfo.InvariantCulture);
        return sum;
    }

    public IReadOnlyList<string> List(string key) => Find<List<string>>(key) ?? [];

    public IReadOnlyList<string> Range(string key, long from, long to)
    {
        var list = List(key);
        var (first, last) = Ranks.Of(from, to, list.Count);
        return [.. list.Skip(first).Take(last - first + 1)];
    }

    public string? At(string key, long index) => Range(key, index, index) is [var found] ? found : null;

    public long Push(string key, string value)
    {
        var list = Make<List<string>>(key);
        list.Add(value);
        return list.Count;
    }

    public string? Pop(string key)
    {
        if (Find<List<string>>(key) is not { } list)
        {
            return null;
        }

        var first = list[0];
        list.RemoveAt(0);
        Tidy(key, list.Count);
        return first;
    }

    public IReadOnlyDictionary<string, string> Hash(string key) => Find<Dictionary<string, string>>(key) ?? [];

    public bool SetField(string key, string field, string value, bool onlyNew = false)
    {
        var hash = Make<Dictionary<string, string>>(key);
        if (hash.TryAdd(field, value))
        {
            return true;
        }

        if (!onlyNew)
        {
            hash[field] = value;
        }

        return false;
    }

    public bool DeleteField(string key, string field) => Find<Dictionary<string, string>>(key) is { } hash && hash.Remove(field) && Tidy(key, hash.Count);

    public SortedMembers Sorted(string key) => Find<SortedMembers>(key) ?? new SortedMembers();

    public bool AddMember(string key, string member, double score) => Make<SortedMembers>(key).Add(member, score);

    public bool RemoveMember(string key, string member) => Find<SortedMembers>(key) is { } members && members.Remove(member) && Tidy(key, members.Count);

    public Keyspace Copy()
    {
        var copy = new Keyspace();
        foreach (var (key, value) in values)
        {
            copy.values[key] = value switch
            {
                List<string> list => new List<string>(list),
                Dictionary<string, string> hash => new Dictionary<string, string>(hash, StringComparer.Ordinal),
                SortedMembers members => members.Copy(),
                _ => value,
            };
        }

        return copy;
    }

    private bool Tidy(string key, int left)
    {
        if (left == 0)
        {
            values.Remove(key);
        }

        return true;
    }

    private T? Find<T>(string key)
        where T : class => values.TryGetValue(key, out var value) ? (T)value : null;

    private T Make<T>(string key)
        where T : class, new()
    {
        if (Find<T>(key) is { } found)
        {
            return found;
        }

        var made = new T();
        values[key] = made;
        return made;
    }
}
