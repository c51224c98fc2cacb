using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Watching;

/// <summary>An event on one line.</summary>
/// <param name="Time">When it was raised, or was true.</param>
/// <param name="Late">How late a signal was raised; empty for everything else.</param>
internal sealed record WatchLine(Instant Time, string Ticket, string Kind, string Text, string Late)
{
    public static WatchLine Of(TicketEvent happened, DateTimeZone zone, Instant now)
    {
        var ticket = ShortNames.Last(happened.Ticket);
        return happened.EventCase switch
        {
            TicketEvent.EventOneofCase.Signal => new(happened.Signal.RaisedTime.ToInstant(), ticket, "signal", EventText.Of(happened.Signal), EventText.Lateness(happened.Signal)),
            TicketEvent.EventOneofCase.Fact => new(happened.Fact.EffectiveTime.ToInstant(), ticket, "fact", EventText.Of(happened.Fact), ""),
            TicketEvent.EventOneofCase.DueChanged => new(now, ticket, "due", EventText.Of(happened.DueChanged, zone), ""),
            _ => new(now, ticket, "", "", ""),
        };
    }
}
