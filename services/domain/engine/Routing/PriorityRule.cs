namespace SlaPlatform.Engine.Routing;

/// <summary>A promise that a plan's tickets are taken before those of other plans.</summary>
/// <param name="Id">Id of the provision that states it.</param>
/// <param name="Feature">The feature that a plan needs for it.</param>
/// <param name="Line">The support line that it holds for; null for every one.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record PriorityRule(string Id, string Feature, string? Line, string Source);
