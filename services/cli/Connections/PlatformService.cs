using System.Globalization;

namespace SlaPlatform.Cli.Connections;

/// <summary>A service of the platform: what it is called, which variable moves it, and the port that it declares.</summary>
internal sealed record PlatformService(string Name, string Variable, int Port)
{
    private const int PortBlock = 1000;

    public static PlatformService Catalog { get; } = new("catalog", "SLA_CATALOG_URL", 5101);

    public static PlatformService Entitlements { get; } = new("entitlements", "SLA_ENTITLEMENTS_URL", 5102);

    public static PlatformService Triage { get; } = new("triage", "SLA_TRIAGE_URL", 5103);

    public static PlatformService Clocks { get; } = new("clocks", "SLA_CLOCKS_URL", 5104);

    public string DefaultUrl => At(Port);

    /// <summary>Where the AppHost puts it with that port base: a port keeps its last three digits.</summary>
    public string UrlFrom(int portBase) => At(portBase + (Port % PortBlock));

    private static string At(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
