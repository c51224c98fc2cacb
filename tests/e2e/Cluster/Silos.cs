using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>What the silos' logs tell of where tickets are.</summary>
internal static partial class Silos
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The replica that raised the ticket's latest signal.</summary>
    public static string HolderOf(PlatformProcess platform, string ticket) => Raised(platform).Last(raised => raised.Ticket == ticket).Silo;

    /// <summary>Waits until a replica raises a signal of one of some tickets.</summary>
    /// <returns>The ticket whose it is: that replica has it.</returns>
    public static async Task<string> UntilRaisedAsync(
        PlatformProcess platform, string silo, IReadOnlyDictionary<string, ConcurrentQueue<string>> tickets, TimeSpan limit, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var before = Raised(platform).Count(raised => raised.Silo == silo);
        while (TimeProvider.System.GetElapsedTime(began) < limit)
        {
            var raised = Raised(platform).Where(raised => raised.Silo == silo).Skip(before).LastOrDefault(raised => tickets.ContainsKey(raised.Ticket));
            if (raised.Ticket is { } ticket)
            {
                return ticket;
            }

            await Task.Delay(Look, TimeProvider.System, cancellation);
        }

        Assert.Fail($"{silo} raised nothing within {limit}:{Environment.NewLine}{platform.Output}");
        return "";
    }

    /// <summary>How many of some tickets had signals raised by more than one replica.</summary>
    public static int CountMoved(PlatformProcess platform, IEnumerable<string> tickets) =>
        Raised(platform).GroupBy(raised => raised.Ticket).Count(of => of.DistinctBy(raised => raised.Silo).Skip(1).Any() && tickets.Contains(of.Key));

    /// <summary>Whether a silo left because the others had declared it dead.</summary>
    public static bool WasEvicted(PlatformProcess platform, string silo) =>
        platform.Output.Split('\n').Any(line => line.StartsWith(silo, StringComparison.Ordinal) && line.Contains("no longer part of the cluster", StringComparison.Ordinal));

    private static IEnumerable<(string Silo, string Ticket)> Raised(PlatformProcess platform) =>
        SignalLine().Matches(platform.Output).Select(match => (match.Groups["silo"].Value, $"tickets/{match.Groups["ticket"].Value}"));

    [GeneratedRegex(@"^(?<silo>clocks-\d) +\|.* Ticket (?<ticket>\S+): ", RegexOptions.Multiline)]
    private static partial Regex SignalLine();
}
