using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>What reading a document has found so far: problems, and where each path stands.</summary>
/// <param name="isStored">Whether the document was stored already: what is asked of new ones only must not make it unreadable.</param>
internal sealed class ParseLog(bool isStored = false)
{
    private readonly HashSet<DocumentProblem> _problems = [];
    private readonly ImmutableDictionary<string, Position>.Builder _positions = ImmutableDictionary.CreateBuilder<string, Position>();

    public bool IsStored => isStored;

    public bool HasProblems => _problems.Count > 0;

    public void Add(DocumentNode node, string path, string rule, string message) => Add(node.At, path, rule, message);

    /// <summary>Notes a problem; one behind an alias is reached several times and noted once for each path.</summary>
    public void Add(Position at, string path, string rule, string message)
    {
        if (_problems.Count < DocumentLimits.Problems)
        {
            _problems.Add(new DocumentProblem(at.Line, at.Column, path, rule, message));
        }
    }

    /// <summary>Notes a problem of a document that is not stored yet.</summary>
    public void AddUnlessStored(DocumentNode node, string path, string rule, string message)
    {
        if (!isStored)
        {
            Add(node, path, rule, message);
        }
    }

    public void Locate(string path, DocumentNode node) => _positions[path] = node.At;

    public ParsedPolicy Outcome(Policy? policy, ImmutableArray<Acceptance> accepts) =>
        new(policy, accepts, [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)], _positions.ToImmutable());
}
