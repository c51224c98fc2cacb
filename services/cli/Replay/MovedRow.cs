using NodaTime.Text;

namespace SlaPlatform.Cli.Replay;

/// <summary>A row that does not fit its ticket's story.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record MovedRow(string Ticket, long Line, string Time, string OpenTime)
{
    public static MovedRow[] Of(IEnumerable<LogStory> stories, Func<LogStory, IEnumerable<LogEvent>> rows) =>
        [.. stories.SelectMany(story => rows(story).Select(row =>
            new MovedRow(story.Story.Id, row.Line, InstantPattern.ExtendedIso.Format(row.Time), InstantPattern.ExtendedIso.Format(row.Opened))))];
}
