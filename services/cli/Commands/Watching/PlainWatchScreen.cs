using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>One line an event, for pipes and files.</summary>
internal sealed class PlainWatchScreen(TextWriter writer, DateTimeZone zone) : IWatchScreen
{
    public void Show(WatchBoard board, TicketEvent? happened, WatchLine? line)
    {
        if (line is not null)
        {
            var late = line.Late.Length == 0 ? "" : $" (late by {line.Late})";
            writer.WriteLine(Cell.Clean($"{InstantText.Show(line.Time, zone)}  {line.Ticket}  {line.Kind}  {line.Text}{late}"));
            writer.Flush();
        }
    }

    public void Say(string remark)
    {
        writer.WriteLine($"# {remark}");
        writer.Flush();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
