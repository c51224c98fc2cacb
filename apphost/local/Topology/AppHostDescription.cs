using System.Reflection;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>What the build wrote into the AppHost: its folder, why it runs local processes, and what to try once everything is up.</summary>
internal sealed record AppHostDescription(string Directory, string AspireVersion, string Reason, IReadOnlyList<string> NextCommands)
{
    internal static AppHostDescription Of(Assembly appHost)
    {
        var metadata = appHost.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value ?? string.Empty);
        return new(
            metadata["AppHostDirectory"].FirstOrDefault() ?? AppContext.BaseDirectory,
            metadata["AspireVersion"].FirstOrDefault() ?? "unknown",
            metadata["AppHostModeReason"].FirstOrDefault() ?? "unknown",
            [.. metadata["AppHostNextCommand"]]);
    }

    internal string Mode() => "local processes, no dashboard: " + Reason switch
    {
        "explicit" => "UseAspire=false was asked for.",
        "unavailable" => $"the NuGet sources configured here do not have Aspire {AspireVersion}.",
        "unreachable" => $"the NuGet sources could not be reached for Aspire {AspireVersion}; the next restore asks again.",
        _ => $"no restore has found Aspire {AspireVersion} yet.",
    };
}
