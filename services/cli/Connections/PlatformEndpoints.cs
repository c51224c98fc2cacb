using System.Globalization;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Connections;

/// <summary>Where the services are. What is typed counts before what is set, and the variable of one service before that of all.</summary>
/// <param name="variable">The environment.</param>
/// <param name="portBase">The port base that was typed; null when none was.</param>
internal sealed class PlatformEndpoints(Func<string, string?> variable, int? portBase)
{
    private const string PortBaseVariable = "SLA_PORT_BASE";
    private const int LowestBase = 1024;
    private const int HighestBase = 64000;

    public Uri UrlOf(PlatformService service)
    {
        if (portBase is { } typed)
        {
            return new Uri(service.UrlFrom(Checked(GlobalOptions.PortBase.Name, typed, $"{typed}")));
        }

        if (variable(service.Variable) is { Length: > 0 } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : throw new UsageException(service.Variable, $"'{given}' is not a URL.", $"Write one such as {service.DefaultUrl}.");
        }

        return new Uri(variable(PortBaseVariable) is { Length: > 0 } text
            ? service.UrlFrom(Checked(PortBaseVariable, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 0, text))
            : service.DefaultUrl);
    }

    private static int Checked(string place, int start, string text) => start is >= LowestBase and <= HighestBase
        ? start
        : throw new UsageException(place, $"'{text}' is not a port base.", $"Give the number that the AppHost was given, from {LowestBase} to {HighestBase}.");
}
