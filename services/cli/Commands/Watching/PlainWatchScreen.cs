using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>One line a ticket of the list, then one an event, for pipes and files.</summary>
internal sealed class PlainWatchScreen(TextWriter writer, DateTimeZone zone) : IWatchScreen
{
    public void Show(WatchBoard board, TicketEvent? happened, WatchLine? line)
    {
        if (happened is null)
        {
            foreach (var ticket in board.Tickets)
            {
                writer.WriteLine(Cell.Clean($"{ShortNames.Last(ticket.Name)}  {ShortNames.Last(ticket.Account)}  level {ticket.Level}  {ticket.LastEvent}{Next(ticket)}"));
            }

            writer.Flush();
        }
        else if (line is not null)
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

    private string Next(WatchedTicket ticket) => ticket.Next is { } next ? $", {EnumWords.Show(next.Kind)} due {InstantText.Show(next.DueTime, zone)}" : "";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
