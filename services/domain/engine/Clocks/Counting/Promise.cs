using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>A target and the severity level that it belongs to.</summary>
internal sealed record Promise(Target Target, int Level);
