using System.Collections.Immutable;
using SlaPlatform.PolicyDocuments.Linting;

namespace SlaPlatform.PolicyDocuments;

/// <summary>Looks for what is legal in a document and yet rarely meant.</summary>
public static class PolicyLinter
{
    private const string UnmatchedAccept = "unmatched-accept";

    private static readonly ImmutableArray<LintRule> All =
    [
        new("tier-slower", TierRules.Slower),
        new("levels-equal", LevelRules.Equal),
        new("level-slower", LevelRules.Slower),
        new("definitions-alike", LevelRules.DefinitionsAlike),
        new("level-without-target", LevelRules.WithoutTarget),
        new("response-after-resolution", MilestoneRules.ResponseAfterResolution),
        new("update-after-resolution", MilestoneRules.UpdateAfterResolution),
        new("ladder-longer", MilestoneRules.LadderLonger),
        new("pause-without-end", MilestoneRules.PauseWithoutEnd),
        new("readings-collide", ReadingRules.Collide),
        new("missing-translation", CompletenessRules.MissingTranslation),
        new("missing-source", CompletenessRules.MissingSource),
    ];

    /// <summary>The ids of the rules. A calendar that never opens is no finding: the parser refuses it.</summary>
    public static ImmutableArray<string> Rules { get; } = [.. All.Select(rule => rule.Id), UnmatchedAccept];

    /// <summary>Everything found, in the order of the document, accepted findings included; nothing for a refused document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellation">Looked at before every rule and finding: a large document takes long.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Finding> Lint(ParsedPolicy document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsValid)
        {
            return [];
        }

        var policy = document.Policy;
        var accepted = new bool[document.Accepts.Length];
        ImmutableArray<string[]> patterns = [.. document.Accepts.Select(accept => accept.Path.Split('/'))];
        var findings = new List<Finding>();
        foreach (var rule in All)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (path, message) in rule.Find(policy))
            {
                cancellation.ThrowIfCancellationRequested();
                var reason = Accept(document.Accepts, patterns, accepted, rule.Id, path.Split('/'));
                findings.Add(At(document, path, rule.Id, message, reason));
            }
        }

        for (var i = 0; i < accepted.Length; i++)
        {
            if (!accepted[i])
            {
                var accept = document.Accepts[i];
                findings.Add(At(document, $"accepts/{i + 1}", UnmatchedAccept, $"Nothing is found by {accept.Rule} at {accept.Path}; remove the entry.", null));
            }
        }

        return [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Path, StringComparer.Ordinal)];
    }

    private static string? Accept(ImmutableArray<Acceptance> accepts, ImmutableArray<string[]> patterns, bool[] accepted, string rule, string[] path)
    {
        string? reason = null;
        for (var i = 0; i < accepts.Length; i++)
        {
            if (accepts[i].Rule == rule && Matches(patterns[i], path))
            {
                accepted[i] = true;
                reason ??= accepts[i].Reason;
            }
        }

        return reason;
    }

    private static bool Matches(string[] pattern, string[] path) =>
        pattern.Length == path.Length && pattern.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second);

    private static Finding At(ParsedPolicy document, string path, string rule, string message, string? reason)
    {
        var at = document.Locate(path);
        return new Finding(at.Line, at.Column, path, rule, message, reason);
    }
}
