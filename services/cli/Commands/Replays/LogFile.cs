using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>The log named on the command line.</summary>
internal static class LogFile
{
    /// <exception cref="UsageException">It cannot be read, or is no log.</exception>
    public static EventLog Read(FileInfo file, LogMapping mapping, DateTimeZone zone)
    {
        try
        {
            return FileText.Read("log", file.ToString(), "a CSV file", path =>
            {
                using var text = File.OpenText(path);
                return EventLogReader.Read(text, mapping, zone);
            });
        }
        catch (CsvHelper.CsvFormatException exception)
        {
            throw new UsageException("log", $"'{file}' is not a CSV file: {exception.Message.Split('\n')[0].Trim()}", "Give one header row, then one row an event, separated by commas.");
        }
    }
}
