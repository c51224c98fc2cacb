namespace SlaPlatform.Engine.Triage.Exclusions;

/// <summary>What a step of an exclusion decision did.</summary>
public enum ExclusionStepKind
{
    /// <summary>A clause was decided to exclude the ticket.</summary>
    Decided,

    /// <summary>The customer objected.</summary>
    Appealed,

    /// <summary>The decision was taken back.</summary>
    Reversed,

    /// <summary>The objection was dismissed; the decision stands.</summary>
    Dismissed,
}
