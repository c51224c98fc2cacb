using SlaPlatform.Engine.Clocks;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>Names everything that due times come from beside the stored bytes: engine, calendars, time zones, and the reader of policy documents.</summary>
internal static class ClockFold
{
    /// <summary>The name of this build's.</summary>
    public static string Version { get; } = TicketClock.FoldVersionWith(typeof(PolicyDocument).Module);
}
