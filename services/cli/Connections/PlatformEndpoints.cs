using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Connections;

/// <summary>Where the services are.</summary>
internal sealed class PlatformEndpoints(Func<string, string?> variable)
{
    public static PlatformEndpoints From(Func<string, string?> variable) => new(variable);

    public Uri UrlOf(PlatformService service)
    {
        var text = variable(service.Variable) is { Length: > 0 } given ? given : service.DefaultUrl;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new UsageException(service.Variable, $"'{text}' is not a URL.", $"Write one such as {service.DefaultUrl}.");
    }
}
