namespace SlaPlatform.Entitlements.Store;

/// <summary>A ticket whose clock was stopped because its account is suspended.</summary>
internal sealed class StandingPauseRow
{
    public required string AccountId { get; init; }

    public required string TicketId { get; init; }
}
