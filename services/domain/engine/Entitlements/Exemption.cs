namespace SlaPlatform.Engine.Entitlements;

/// <summary>Why a request is accepted without its plan's targets.</summary>
/// <param name="Kind">What sort of reason it is.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Source">The clause: document and section.</param>
public sealed record Exemption(ExemptionKind Kind, string Message, string Source);
