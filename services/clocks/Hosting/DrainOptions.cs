using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>How this host ends its work when it is told to stop; configuration section <c>Draining</c>, checked at start.</summary>
internal sealed class DrainOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Draining";

    /// <summary>
    /// How long the host still takes calls after it has said that it is not ready, so that load balancers that ask for health notice, and callers with an open
    /// connection are told to make another. 0 to 1 min, default 1 s: the AppHost's front asks every half second. As long as your load balancer needs.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan NoticeFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The bound of all: notice, running calls, grains. What is not done by then is cut off; nothing acknowledged is lost by that. 1 s to 5 min, default 12 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(12);
}
