using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

/// <summary>Events of tickets that are nothing but noise: many of them in one append.</summary>
internal static class Noise
{
    public static TicketEventEntry Moved(string ticket, int number, string account = "accounts/noise", int level = 1) =>
        new TicketEventEntry.DueMoved(ticket, account, level, new MilestoneId(MilestoneKind.Update, number), MilestoneState.Running, DueTime: null, Retargeted: false);

    public static TicketEventEntry Raised(string ticket, int number, string account, int level, SignalKind kind) =>
        new TicketEventEntry.Added(ticket, account, level, new JournalEntry.Raised(new Signal
        {
            Id = $"{ticket}-{number}",
            Key = new SignalKey(kind, MilestoneKind.Update, number, "", NodaConstants.UnixEpoch),
            Kind = kind,
            DueTime = NodaConstants.UnixEpoch,
            RaisedTime = NodaConstants.UnixEpoch,
            Lateness = Duration.Zero,
        }));

    /// <summary>Makes events of one ticket, as if told at a time.</summary>
    public static async Task MakeAsync(IServiceProvider services, IReadOnlyList<TicketEventEntry> events, Instant? time = null) =>
        Assert.Equal(AppendOutcome.Appended, await services.GetRequiredService<TicketJournal>().Append(Of(events, time)));

    public static Append Of(IReadOnlyList<TicketEventEntry> events, Instant? time) =>
        new() { TicketId = events[0].TicketId, ExpectedLength = 0, Events = [.. events.Select(EventCodec.Write)], Time = time };
}
