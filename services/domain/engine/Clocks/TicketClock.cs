using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Clocks.Signalling;

namespace SlaPlatform.Engine.Clocks;

/// <summary>
/// The SLA clock of one ticket, a pure function of its facts and their record times. A turn at a record time first raises what had come due on the
/// facts known before, then takes the new facts, then raises and retracts what they changed; so ticks that are lost, doubled or late change nothing.
/// </summary>
public static class TicketClock
{
    /// <summary>The most facts that one ticket may hold.</summary>
    public const int MostFacts = 10_000;

    /// <summary>How far ahead of the record time an effective time may lie; it is taken as the record time.</summary>
    public static Duration Tolerance { get; } = Duration.FromMinutes(1);

    /// <summary>
    /// Names this fold: the modules of the engine, the calendars and NodaTime, and the time zone database. Not what makes the terms of a <see cref="PlanBook"/>:
    /// a host that reads them from documents names its reader too, by <see cref="FoldVersionWith"/>.
    /// </summary>
    public static string FoldVersion { get; } =
        $"{Name(typeof(TicketClock).Module)}/{Name(typeof(CompiledCalendar).Module)}/{Name(typeof(Instant).Module)}/{TimeZones.Version}";

    /// <summary>
    /// Names this fold and what else a checkpoint depends on. A checkpoint does not say which fold took it: whoever stores one stores this beside it, and drops
    /// a checkpoint of another. The same code built again may have another name; that costs a fold of the whole record, no more.
    /// </summary>
    /// <param name="modules">The modules that make the terms from a policy document, always in the same order.</param>
    public static string FoldVersionWith(params ReadOnlySpan<Module> modules)
    {
        var version = FoldVersion;
        foreach (var module in modules)
        {
            version += $"/{Name(module)}";
        }

        return version;
    }

    /// <summary>Opens a ticket.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="book">The terms that the opening names.</param>
    /// <param name="opening">The opening.</param>
    /// <param name="receivedTime">When the ticket was received; null for now.</param>
    /// <param name="now">The record time.</param>
    public static Decision Open(string ticketId, PlanBook book, Fact.Opened opening, Instant? receivedTime, Instant now) =>
        Recording.Open(TicketLog.Empty(ticketId), book, opening, receivedTime, now);

    /// <summary>Takes over a ticket of the past in one turn: the opening with all facts, or none of it. Everything was learnt now, whenever it was true.</summary>
    /// <param name="ticketId">The ticket's id.</param>
    /// <param name="book">The terms that the opening and the facts name.</param>
    /// <param name="opening">The opening; its <see cref="Fact.Opened.SignalsFrom"/> keeps what was due before silent.</param>
    /// <param name="receivedTime">When the ticket was received; null for now.</param>
    /// <param name="facts">What happened since, in any order; those of one instant in the order in which they happened.</param>
    /// <param name="now">The record time of all of it.</param>
    /// <returns>The turn, its facts in effective order; or every refusal, the field of a fact's preceded by <c>facts[index].</c>.</returns>
    public static Decision Import(
        string ticketId, PlanBook book, Fact.Opened opening, Instant? receivedTime, ImmutableArray<NewFact> facts, Instant now) =>
        Importing.Import(ticketId, book, opening, receivedTime, facts, now);

    /// <summary>Records facts in one turn: all of them, or none.</summary>
    /// <param name="log">The ticket's record, which holds its opening.</param>
    /// <param name="book">The terms that its facts and the new ones name.</param>
    /// <param name="facts">The new facts, in the order in which they are told.</param>
    /// <param name="now">The present; a record time that lies before the record's last one is taken as that.</param>
    public static Decision Record(TicketLog log, PlanBook book, ImmutableArray<NewFact> facts, Instant now) =>
        Recording.Record(log, book, facts, now);

    /// <summary>Raises everything owed, in due order, each marked with how late it is.</summary>
    public static Turn Advance(TicketLog log, PlanBook book, Instant now)
    {
        var recordTime = Recording.RecordTime(log, now);
        var schedule = Schedule.Of(log, book);
        var before = Owed.Raise(log, schedule, recordTime, cause: null);
        var after = log.Append([], before);
        return new Turn(recordTime, before, [], [], after, schedule.NextWake(after)) { Schedules = (schedule, schedule) };
    }

    /// <summary>
    /// What a record comes to. <see cref="Record"/>, <see cref="Advance"/> and <see cref="View"/> on a record since a checkpoint answer as they do on the whole
    /// one, or <see cref="Decision.NeedsWhole"/>.
    /// </summary>
    /// <param name="log">The ticket's record after a turn, whole or since an earlier checkpoint.</param>
    /// <param name="book">The terms that its facts name.</param>
    /// <returns>The checkpoint; null where none can be taken, and a later turn must try again.</returns>
    public static TicketCheckpoint? Checkpoint(TicketLog log, PlanBook book) => Checkpointing.Take(log, book);

    /// <summary>When something will be owed next if nothing is told: the whole millisecond after its due time. Null for never.</summary>
    public static Instant? NextWake(TicketLog log, PlanBook book) => Schedule.Of(log, book).NextWake(log);

    /// <summary>How a ticket and all its milestones stand.</summary>
    public static TicketView View(TicketLog log, PlanBook book, Instant now) => Viewing.View(log, book, Recording.RecordTime(log, now));

    /// <summary>How the due time or breach of a milestone comes about.</summary>
    /// <param name="log">The ticket's whole record: what a checkpoint stands for is not derived again.</param>
    /// <param name="book">The terms that its facts name.</param>
    /// <param name="milestone">The milestone.</param>
    /// <param name="now">The present: an undetermined derivation ends here.</param>
    /// <returns>The derivation, or null when the ticket has no such milestone.</returns>
    /// <exception cref="ArgumentException"><paramref name="log"/> begins at a checkpoint.</exception>
    public static MilestoneDerivation? Explain(TicketLog log, PlanBook book, MilestoneId milestone, Instant now) =>
        Explaining.Explain(Whole(log), book, milestone, Recording.RecordTime(log, now));

    /// <summary>How the due time or breach of every timed milestone comes about, in the order of <see cref="TicketView.Milestones"/>.</summary>
    /// <param name="log">The ticket's whole record.</param>
    /// <param name="book">The terms that its facts name.</param>
    /// <param name="now">The present: an undetermined derivation ends here.</param>
    public static ImmutableArray<MilestoneDerivation> ExplainAll(TicketLog log, PlanBook book, Instant now) =>
        Explaining.ExplainAll(Whole(log), book, Recording.RecordTime(log, now));

    /// <summary>How the claimed, verified and ruling severities went, and when the ticket was open, by effective time.</summary>
    /// <param name="log">The ticket's whole record.</param>
    /// <param name="book">The terms that its facts name.</param>
    /// <param name="now">The present; nothing later is told.</param>
    /// <returns>Periods without gaps from the receipt on; the last has no end.</returns>
    /// <exception cref="ArgumentException"><paramref name="log"/> begins at a checkpoint.</exception>
    public static ImmutableArray<SeverityPeriod> SeverityPeriods(TicketLog log, PlanBook book, Instant now) =>
        Clocks.SeverityPeriods.Of(Schedule.Of(Whole(log), book).Timeline, Recording.RecordTime(log, now));

    private static string Name(Module module) => module.ModuleVersionId.ToString("N");

    private static TicketLog Whole(TicketLog log) =>
        log.Since is null ? log : throw new ArgumentException("A derivation needs the whole record; this one begins at a checkpoint.", nameof(log));
}
