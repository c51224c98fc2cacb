namespace SlaPlatform.Entitlements.Store;

/// <summary>Who runs an instance.</summary>
internal sealed class InstanceRow
{
    public required string AccountId { get; init; }

    public required string Label { get; init; }

    /// <summary>Whether the account itself does; else a subcontractor.</summary>
    public required bool IsOwn { get; set; }
}
