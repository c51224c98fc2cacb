namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>A place in a document's text, counted from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static Position Start => new(1, 1);
}
