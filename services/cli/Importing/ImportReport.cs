using SlaPlatform.Cli.Replay;

namespace SlaPlatform.Cli.Importing;

/// <summary>What an import says, as programs read it. Field names are documented in the README and do not change.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Tickets">Tickets of the log that can be read.</param>
/// <param name="Imported">Imported by this run.</param>
/// <param name="AlreadyThere">There before with the same content.</param>
/// <param name="Refused">Refused whenever they come.</param>
/// <param name="Failed">Not dealt with; the same command tries them again.</param>
/// <param name="Interrupted">Whether the run was ended before all tickets were answered.</param>
/// <param name="Unreadable">Tickets left out for a row that cannot be read.</param>
/// <param name="Clamped">Events dated before their ticket's opening, told as of it.</param>
/// <param name="Ignored">Events that cannot be, not told.</param>
internal sealed record ImportReport(
    string Account,
    int Tickets,
    int Imported,
    int AlreadyThere,
    IReadOnlyList<NotImported> Refused,
    IReadOnlyList<NotImported> Failed,
    bool Interrupted,
    IReadOnlyList<UnreadableTicket> Unreadable,
    IReadOnlyList<MovedRow> Clamped,
    IReadOnlyList<MovedRow> Ignored)
{
    public static ImportReport Of(string account, EventLog log, IReadOnlyList<LogStory> stories, ImportTally tally, bool interrupted) => new(
        account, stories.Count, tally.Imported, tally.AlreadyThere, tally.Refused, tally.Failed, interrupted, log.Unreadable,
        MovedRow.Of(stories, story => story.Clamped), MovedRow.Of(stories, story => story.Ignored));
}
