using NodaTime;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>A contact too many.</summary>
/// <param name="Kind">Which cap it exceeds.</param>
/// <param name="Cap">That cap.</param>
/// <param name="At">The first instant at which it would be exceeded.</param>
public sealed record CapExcess(ContactKind Kind, int Cap, Instant At)
{
    /// <summary>One sentence: what, which, what to do.</summary>
    public string Message => Kind == ContactKind.Authorized
        ? $"The plan names at most {Cap} authorized contacts and that many are in force at {At}; remove one first."
        : $"The plan names at most {Cap} named e-mail users and that many are in force at {At}; remove one first.";
}
