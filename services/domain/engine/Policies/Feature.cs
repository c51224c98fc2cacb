namespace SlaPlatform.Engine.Policies;

/// <summary>Something that a plan page lists, in the order of the policy's features.</summary>
/// <param name="Id">The feature's id in its policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record Feature(string Id, LocalizedText Name, string Source);
