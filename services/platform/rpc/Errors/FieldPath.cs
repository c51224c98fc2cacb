namespace SlaPlatform.Rpc.Errors;

/// <summary>Paths of fields as <c>BadRequest</c> carries them.</summary>
public static class FieldPath
{
    // An id has no more.
    private const int MostKey = 63;

    /// <summary>The path of a field within a message; either part may be empty.</summary>
    public static string Join(string parent, string field) =>
        parent.Length == 0 ? field : field.Length == 0 ? parent : $"{parent}.{field}";

    /// <summary>The path of an item of a repeated field.</summary>
    public static string Item(string field, int index) => $"{field}[{index}]";

    /// <summary>The path of an entry of a map. Keys are the caller's: what would not fit or not end within a path is left out.</summary>
    public static string Item(string field, string key)
    {
        var shown = key.Length <= MostKey ? key : $"{key.AsSpan(0, char.IsHighSurrogate(key[MostKey - 1]) ? MostKey - 1 : MostKey)}...";
        return $"{field}[{string.Concat(shown.Select(letter => char.IsControl(letter) || letter is '[' or ']' ? '?' : letter))}]";
    }
}
