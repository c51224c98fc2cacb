namespace SlaPlatform.Entitlements.Changes;

/// <summary>What a mutation answers.</summary>
/// <param name="Resource">The resource as it now stands.</param>
/// <param name="IsRepeat">Whether the request had been carried out before.</param>
internal sealed record Changed<T>(T Resource, bool IsRepeat);
