namespace SlaPlatform.Engine.Entitlements;

/// <summary>One reason against a request.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Message">One sentence in English, as every refusal is: what, which, what to do.</param>
/// <param name="Source">Document and section, or null when no clause says so.</param>
public sealed record EntitlementRefusal(RefusalReason Reason, string Message, string? Source = null);
