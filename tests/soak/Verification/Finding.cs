namespace SlaPlatform.Soak.Verification;

/// <summary>Something that must not be.</summary>
/// <param name="Ticket">The ticket's id.</param>
/// <param name="Kind">What sort it is.</param>
/// <param name="What">Which one.</param>
internal sealed record Finding(string Ticket, FindingKind Kind, string What);
