using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Replay;

/// <summary>One level and milestone under one scenario.</summary>
/// <param name="Label">The policy's label of the level; its number when no ticket showed it.</param>
internal sealed record AttainmentRow(int Level, string Label, MilestoneKind Milestone, AttainmentCounts Counts);
