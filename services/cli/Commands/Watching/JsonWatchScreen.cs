using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>One JSON object a line and event, repeats dropped.</summary>
internal sealed class JsonWatchScreen(TextWriter writer) : IWatchScreen
{
    public void Show(WatchBoard board, TicketEvent? happened, WatchLine? line)
    {
        if (happened is not null && line is not null)
        {
            writer.WriteLine(JsonText.Line(happened));
            writer.Flush();
        }
    }

    public void Say(string remark)
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
