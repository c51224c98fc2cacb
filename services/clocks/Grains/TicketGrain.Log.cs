using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Grains;

internal sealed partial class TicketGrain
{
    [LoggerMessage(4101, LogLevel.Information, "Ticket {Ticket}: {Kind} {Milestone}, due {Due}, late by {Lateness}")]
    private partial void SignalRaised(string ticket, SignalKind kind, MilestoneKind? milestone, Instant due, Duration lateness);

    [LoggerMessage(4102, LogLevel.Warning, "Ticket {Ticket}: Redis did not answer, the ticket is loaded again at its next request: {Reason}")]
    private partial void NotStored(string ticket, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "Ticket {Ticket}: other writers came first {Attempts} times")]
    private partial void Outrun(string ticket, int attempts);
}
