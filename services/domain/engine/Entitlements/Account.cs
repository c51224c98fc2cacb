namespace SlaPlatform.Engine.Entitlements;

/// <summary>A customer.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Standing">Whether it meets its obligations now.</param>
/// <param name="Version">Grows with every change to the account, its contacts or subscriptions.</param>
public sealed record Account(string Id, Standing Standing, long Version);
