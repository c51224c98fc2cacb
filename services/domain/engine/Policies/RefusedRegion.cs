namespace SlaPlatform.Engine.Policies;

/// <summary>A region that a policy does not serve.</summary>
/// <param name="Region">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Reason">Why, and what to do instead.</param>
/// <param name="Url">The page that serves the region, or null.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record RefusedRegion(string Region, LocalizedText Reason, string? Url, string Source);
