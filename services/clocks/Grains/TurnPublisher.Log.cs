using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TurnPublisher
{
    [LoggerMessage(4101, LogLevel.Information, "Ticket {Ticket}: {Kind} {Milestone}, due {Due}, late by {Lateness}")]
    private partial void SignalRaised(string ticket, SignalKind kind, MilestoneKind? milestone, Instant due, Duration lateness);
}
