namespace SlaPlatform.Cli.Connections;

/// <summary>A service of the platform: what it is called, where it listens by default, and which variable moves it.</summary>
internal sealed record PlatformService(string Name, string Variable, string DefaultUrl)
{
    public static PlatformService Catalog { get; } = new("catalog", "SLA_CATALOG_URL", "http://127.0.0.1:5101");

    public static PlatformService Entitlements { get; } = new("entitlements", "SLA_ENTITLEMENTS_URL", "http://127.0.0.1:5102");

    public static PlatformService Triage { get; } = new("triage", "SLA_TRIAGE_URL", "http://127.0.0.1:5103");

    public static PlatformService Clocks { get; } = new("clocks", "SLA_CLOCKS_URL", "http://127.0.0.1:5104");
}
