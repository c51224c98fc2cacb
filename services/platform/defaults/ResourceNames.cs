namespace SlaPlatform.ServiceDefaults;

/// <summary>The names under which the resources of the topology find each other: connection names and service discovery names.</summary>
public static class ResourceNames
{
    /// <summary>The durable Redis: the key of its connection string and of the keyed <c>IConnectionMultiplexer</c>.</summary>
    public const string Redis = "redis";

    /// <summary>The plan catalog.</summary>
    public const string Catalog = "catalog";

    /// <summary>Accounts, subscriptions and contacts.</summary>
    public const string Entitlements = "entitlements";

    /// <summary>Severity triage.</summary>
    public const string Triage = "triage";

    /// <summary>The silo with the ticket clocks, and its endpoint.</summary>
    public const string Clocks = "clocks";
}
