namespace SlaPlatform.Rpc.Errors;

/// <summary>Paths of fields as <c>BadRequest</c> carries them.</summary>
public static class FieldPath
{
    /// <summary>The path of a field within a message; either part may be empty.</summary>
    public static string Join(string parent, string field) =>
        parent.Length == 0 ? field : field.Length == 0 ? parent : $"{parent}.{field}";

    /// <summary>The path of an item of a repeated field or map.</summary>
    public static string Item(string field, object key) => $"{field}[{key}]";
}
