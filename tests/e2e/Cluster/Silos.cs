using System.Text.RegularExpressions;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>What the silos' logs tell of where tickets are.</summary>
internal static partial class Silos
{
    /// <summary>The replica that raised the ticket's latest signal.</summary>
    public static string HolderOf(PlatformProcess platform, string ticket) =>
        Raised().Matches(platform.Output).Last(match => match.Groups["ticket"].Value == ticket["tickets/".Length..]).Groups["silo"].Value;

    /// <summary>Whether a silo left because the others had declared it dead.</summary>
    public static bool WasEvicted(PlatformProcess platform, string silo) =>
        platform.Output.Split('\n').Any(line => line.StartsWith(silo, StringComparison.Ordinal) && line.Contains("no longer part of the cluster", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<silo>clocks-\d) +\|.* Ticket (?<ticket>\S+): ", RegexOptions.Multiline)]
    private static partial Regex Raised();
}
