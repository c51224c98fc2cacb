using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments;

/// <summary>The outcome of reading a document: the policy, or everything that is wrong with it at once.</summary>
public sealed class ParsedPolicy
{
    private readonly ImmutableDictionary<string, Position> _positions;

    internal ParsedPolicy(Policy? policy, ImmutableArray<Acceptance> accepts, ImmutableArray<DocumentProblem> problems, ImmutableDictionary<string, Position> positions)
    {
        Policy = problems.IsEmpty ? policy : null;
        Accepts = accepts;
        Problems = problems;
        _positions = positions;
        CanonicalBytes = Policy is null ? [] : PolicyWriter.Write(Policy, accepts);
        ContentHash = Policy is null ? null : PolicyWriter.Hash(CanonicalBytes.AsSpan());
    }

    /// <summary>Whether the document is sound.</summary>
    [MemberNotNullWhen(true, nameof(Policy), nameof(ContentHash))]
    public bool IsValid => Policy is not null;

    /// <summary>What the document says, or null when there are problems.</summary>
    public Policy? Policy { get; }

    /// <summary>The findings that the document accepts.</summary>
    public ImmutableArray<Acceptance> Accepts { get; }

    /// <summary>What is wrong, in the order of the document; empty when it is sound.</summary>
    public ImmutableArray<DocumentProblem> Problems { get; }

    /// <summary>The document in its canonical form; empty when there are problems.</summary>
    public ImmutableArray<byte> CanonicalBytes { get; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="CanonicalBytes"/>, or null when there are problems.</summary>
    public string? ContentHash { get; }

    /// <summary>Where a path stands in the text; the nearest enclosing one that is written out.</summary>
    internal Position Locate(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(at.LastIndexOf('/'), 0)])
        {
            if (_positions.TryGetValue(at, out var position))
            {
                return position;
            }
        }

        return Position.Start;
    }
}
