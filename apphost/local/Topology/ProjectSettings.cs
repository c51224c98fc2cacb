using Microsoft.Extensions.Configuration;

namespace SlaPlatform.LocalHosting.Topology;

/// <summary>What a project says of itself, read as Aspire reads it: its listeners in appsettings.json, its environment in the first project profile of launchSettings.json.</summary>
internal sealed record ProjectSettings(IReadOnlyDictionary<string, Uri> Listeners, IReadOnlyDictionary<string, string> Environment)
{
    internal static ProjectSettings Read(string projectPath)
    {
        var directory = Path.GetDirectoryName(projectPath)!;
        var listeners = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(directory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(directory, "appsettings.Development.json"), optional: true)
            .Build()
            .GetSection("Kestrel:Endpoints").GetChildren()
            .Where(e => e["Url"] is not null)
            .ToDictionary(e => e.Key, e => new Uri(e["Url"]!));
        var profile = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(directory, "Properties", "launchSettings.json"), optional: true)
            .Build()
            .GetSection("profiles").GetChildren()
            .FirstOrDefault(p => p["commandName"] == "Project");
        var environment = profile?.GetSection("environmentVariables").GetChildren().ToDictionary(e => e.Key, e => e.Value ?? string.Empty) ?? [];
        return new(listeners, environment);
    }
}
