namespace SlaPlatform.Engine.Triage;

/// <summary>The level that support set.</summary>
/// <param name="Level">The level; 1 is the gravest.</param>
/// <param name="Reason">Why, or null when none was given.</param>
/// <param name="Agreed">Whether an authorized contact has agreed to it; matters where the policy asks for that.</param>
public sealed record SeverityAssignment(int Level, string? Reason = null, bool Agreed = false);
