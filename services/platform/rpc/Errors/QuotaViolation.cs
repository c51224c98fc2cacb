namespace SlaPlatform.Rpc.Errors;

/// <summary>A cap that is reached.</summary>
/// <param name="Subject">The resource that has the cap.</param>
/// <param name="Description">The cap, and what to do.</param>
public sealed record QuotaViolation(string Subject, string Description);
