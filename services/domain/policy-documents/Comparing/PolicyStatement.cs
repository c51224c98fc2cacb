using System.Collections.Immutable;

namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>One thing that a policy states.</summary>
/// <param name="Path">Where, from the outside in.</param>
/// <param name="Value">What.</param>
public sealed record PolicyStatement(ImmutableArray<PathStep> Path, StatedValue Value)
{
    /// <summary>The path as a key.</summary>
    internal string Key { get; } = KeyOf(Path);

    /// <summary>The keys of all that it is stated below.</summary>
    internal IEnumerable<string> Above => Enumerable.Range(1, Path.Length - 1).Select(length => KeyOf(Path[..length]));

    private static string KeyOf(ImmutableArray<PathStep> path) => string.Join('\n', path.Select(step => step.Text));
}
