namespace SlaPlatform.Architecture;

/// <summary>The arrows of the architecture: what each project under services/ and apphost/ may reference.</summary>
internal static class AllowedReferences
{
    private static readonly string[] Hosts = ["SlaPlatform.Catalog", "SlaPlatform.Entitlements", "SlaPlatform.Triage", "SlaPlatform.Clocks"];

    private static readonly string[] HostLibraries =
    [
        "SlaPlatform.BusinessTime", "SlaPlatform.Engine", "SlaPlatform.PolicyDocuments", "SlaPlatform.PolicyClient",
        "SlaPlatform.Contracts", "SlaPlatform.Rpc", "SlaPlatform.ServiceDefaults", "SlaPlatform.Sql",
    ];

    /// <summary>Project references by project. A project that is not here fails the test until its arrows are decided.</summary>
    public static IReadOnlyDictionary<string, string[]> Projects { get; } = new Dictionary<string, string[]>
    {
        ["SlaPlatform.BusinessTime"] = [],
        ["SlaPlatform.Engine"] = ["SlaPlatform.BusinessTime"],
        ["SlaPlatform.PolicyDocuments"] = ["SlaPlatform.BusinessTime", "SlaPlatform.Engine"],
        ["SlaPlatform.Contracts"] = [],
        ["SlaPlatform.Rpc"] = ["SlaPlatform.BusinessTime", "SlaPlatform.Engine", "SlaPlatform.Contracts"],
        ["SlaPlatform.PolicyClient"] = ["SlaPlatform.BusinessTime", "SlaPlatform.Contracts", "SlaPlatform.Engine", "SlaPlatform.PolicyDocuments"],
        ["SlaPlatform.ServiceDefaults"] = [],
        ["SlaPlatform.Sql"] = ["SlaPlatform.Rpc", "SlaPlatform.ServiceDefaults"],
        ["SlaPlatform.LocalRedis"] = [],
        ["SlaPlatform.Catalog"] = HostLibraries,
        ["SlaPlatform.Entitlements"] = HostLibraries,
        ["SlaPlatform.Triage"] = HostLibraries,
        ["SlaPlatform.Clocks"] = HostLibraries,
        ["SlaPlatform.Cli"] = ["SlaPlatform.Contracts"],
        ["SlaPlatform.LocalHosting"] = ["SlaPlatform.LocalHosting.ChildHook"],
        ["SlaPlatform.LocalHosting.ChildHook"] = [],
        ["apphost"] = [.. Hosts, "SlaPlatform.LocalRedis", "SlaPlatform.LocalHosting"],
    };

    /// <summary>Packages of the projects that must stay free of infrastructure; analyzers are allowed everywhere.</summary>
    public static IReadOnlyDictionary<string, string[]> PurePackages { get; } = new Dictionary<string, string[]>
    {
        ["SlaPlatform.BusinessTime"] = ["NodaTime"],
        ["SlaPlatform.Engine"] = [],
        ["SlaPlatform.PolicyDocuments"] = ["YamlDotNet", "Ical.Net"],
    };
}
