namespace SlaPlatform.Engine.Policies;

/// <summary>Something that an incident report must hold.</summary>
/// <param name="Field">The report's field.</param>
/// <param name="Text">How a reporter is asked for it.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record ReportRequirement(string Field, LocalizedText Text, string Source);
