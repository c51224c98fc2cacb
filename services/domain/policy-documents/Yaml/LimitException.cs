namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>Ends the composing of a document that is beyond a limit; never leaves the composer.</summary>
internal sealed class LimitException(Position at, string rule, string message) : Exception(message)
{
    public Position At { get; } = at;

    public string Rule { get; } = rule;
}
