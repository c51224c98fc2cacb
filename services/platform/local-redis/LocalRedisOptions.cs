using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SlaPlatform.LocalRedis;

/// <summary>What the server is told on its command line.</summary>
/// <param name="Port"><c>--port</c>: the loopback port, 1 to 65535, default 6479.</param>
/// <param name="DataDirectory"><c>--data-dir</c>: where everything is kept; created if it is not there. No default.</param>
/// <param name="RecoveryLimit"><c>--recovery-limit</c>, in seconds, 1 to 86400: how long reading the data back may take before the process gives up and ends, to be
/// started again. Null by default: 15 s and a second for each megabyte of data, 15 minutes at most.</param>
public sealed record LocalRedisOptions(int Port, string DataDirectory, TimeSpan? RecoveryLimit = null)
{
    private const int DefaultPort = 6479;
    private const int HighestPort = 65535;
    private const int LongestLimit = 24 * 60 * 60;
    private const string Usage = "usage: SlaPlatform.LocalRedis --data-dir DIR [--port N] [--recovery-limit SECONDS]";

    /// <summary>Reads the command line; refuses with one sentence.</summary>
    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out LocalRedisOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = null;
        var port = DefaultPort;
        var limit = 0;
        string? directory = null;
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            error = (args[i], value) switch
            {
                (_, null) => $"{args[i]} has no value; {Usage}",
                ("--port", _) => Number(args[i], value, HighestPort, out port),
                ("--recovery-limit", _) => Number(args[i], value, LongestLimit, out limit),
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

        options = new(port, Path.GetFullPath(directory), limit > 0 ? TimeSpan.FromSeconds(limit) : null);
        return true;
    }

    private static string? Number(string option, string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most
            ? null
            : $"{option} must be a number from 1 to {most}, not '{text}'.";
}
