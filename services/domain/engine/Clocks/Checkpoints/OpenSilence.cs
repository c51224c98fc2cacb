namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>A silence that no agent has ended yet.</summary>
/// <param name="Response">What began it.</param>
/// <param name="FirstReply">The oldest customer reply in it, or null.</param>
public sealed record OpenSilence(Moment Response, Moment? FirstReply);
