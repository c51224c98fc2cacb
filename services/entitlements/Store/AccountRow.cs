using NodaTime;
using SlaPlatform.Engine.Entitlements;

namespace SlaPlatform.Entitlements.Store;

/// <summary>An account as it is stored.</summary>
internal sealed class AccountRow
{
    public required string Id { get; init; }

    public required string DisplayName { get; set; }

    public Standing Standing { get; set; }

    public string SuspendReason { get; set; } = "";

    /// <summary>Grows with every change to the account, its contacts or subscriptions.</summary>
    public long Version { get; set; }

    /// <summary>Grows with every change of the account itself; its etag.</summary>
    public long Revision { get; set; }

    public required Instant CreateTime { get; init; }

    public required Instant UpdateTime { get; set; }
}
