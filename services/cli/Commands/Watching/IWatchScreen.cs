using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>Where a watch is shown.</summary>
internal interface IWatchScreen : IAsyncDisposable
{
    /// <summary>Something happened, or the board was filled anew (<paramref name="happened"/> and <paramref name="line"/> are then null).</summary>
    void Show(WatchBoard board, TicketEvent? happened, WatchLine? line);

    /// <summary>Says how the connection is.</summary>
    void Say(string remark);
}
