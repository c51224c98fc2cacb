using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>One reason against a request.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Message">One sentence: what, which, what to do.</param>
/// <param name="Source">Document and section, or null when no clause says so.</param>
public sealed record EntitlementRefusal(RefusalReason Reason, LocalizedText Message, string? Source = null)
{
    internal static EntitlementRefusal Of(RefusalReason reason, string message, string? source = null) =>
        new(reason, LocalizedText.Of(message), source);
}
