namespace SlaPlatform.Engine.Policies;

/// <summary>Something that an incident report must hold.</summary>
/// <param name="Field">The report's field.</param>
/// <param name="Text">How a reporter is asked for it.</param>
/// <param name="Source">Where it is stated.</param>
/// <param name="AssignedByVendor">Whether the vendor gives it: it is returned to the reporter, never asked for.</param>
public sealed record ReportRequirement(string Field, LocalizedText Text, string Source, bool AssignedByVendor = false);
