using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A policy's severity scale, who rules on it, and the rules of triage.</summary>
public sealed record SeverityScheme
{
    /// <summary>Whose level the targets follow.</summary>
    public required SeverityRuling Ruling { get; init; }

    /// <summary>Whether the vendor's level rules only once an authorized contact has agreed to it. Default: no.</summary>
    public bool ChangeNeedsAgreement { get; init; }

    /// <summary>The levels, gravest first, numbered from 1 without gaps.</summary>
    public required ImmutableArray<SeverityLevel> Levels { get; init; }

    /// <summary>The rules that propose a level from a report, tried in order; the first that matches proposes.</summary>
    public ImmutableArray<SeverityRule> Rules { get; init; } = [];

    /// <summary>The urgency by impact matrix, or null; where it is there and both are reported, it proposes.</summary>
    public SeverityMatrix? Matrix { get; init; }

    /// <summary>The level that is proposed when no rule matches, or null for none.</summary>
    public int? DefaultLevel { get; init; }

    /// <summary>The level with the given number, or null.</summary>
    public SeverityLevel? Find(int level) => level >= 1 && level <= Levels.Length ? Levels[level - 1] : null;
}
