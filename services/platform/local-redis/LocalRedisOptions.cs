using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SlaPlatform.LocalRedis;

/// <summary>What the server is told on its command line.</summary>
/// <param name="Port"><c>--port</c>: the loopback port, 1 to 65535, default 6479.</param>
/// <param name="DataDirectory"><c>--data-dir</c>: where everything is kept; created if it is not there. No default.</param>
public sealed record LocalRedisOptions(int Port, string DataDirectory)
{
    private const int DefaultPort = 6479;
    private const int HighestPort = 65535;
    private const string Usage = "usage: SlaPlatform.LocalRedis --data-dir DIR [--port N]";

    /// <summary>Reads the command line; refuses with one sentence.</summary>
    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out LocalRedisOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = null;
        var port = DefaultPort;
        string? directory = null;
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            error = (args[i], value) switch
            {
                (_, null) => $"{args[i]} has no value; {Usage}",
                ("--port", _) when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > HighestPort
                    => $"--port must be a number from 1 to {HighestPort}, not '{value}'.",
                ("--port", _) => null,
                ("--data-dir", _) when string.IsNullOrWhiteSpace(value) => "--data-dir must not be empty.",
                ("--data-dir", _) => null,
                _ => $"{args[i]} is not known; {Usage}",
            };
            if (error is not null)
            {
                return false;
            }

            directory = args[i] == "--data-dir" ? value : directory;
        }

        if (directory is null)
        {
            error = $"--data-dir is missing; {Usage}";
            return false;
        }

        options = new(port, Path.GetFullPath(directory));
        return true;
    }
}
