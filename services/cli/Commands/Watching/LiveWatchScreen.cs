using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>A table on a terminal, with the time left counted down every second.</summary>
internal sealed class LiveWatchScreen : IWatchScreen
{
    private const int MostTickets = 20;
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly DateTimeZone _zone;
    private readonly CancellationTokenSource _ended = new();
    private readonly PeriodicTimer _ticks;
    private readonly Task _drawing;
    private WatchBoard? _board;
    private string _remark = "";

    public LiveWatchScreen(IAnsiConsole console, TimeProvider clock, DateTimeZone zone)
    {
        _clock = clock;
        _zone = zone;
        _ticks = new PeriodicTimer(Refresh, clock);
        _drawing = console.Live(Draw()).StartAsync(async live =>
        {
            while (!_ended.IsCancellationRequested)
            {
                live.UpdateTarget(Draw());
                await WaitAsync();
            }

            live.UpdateTarget(Draw());
        });
    }

    public void Show(WatchBoard board, TicketEvent? happened, WatchLine? line)
    {
        lock (_gate)
        {
            _board = board;
        }
    }

    public void Say(string remark)
    {
        lock (_gate)
        {
            _remark = remark;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _drawing;
        _ticks.Dispose();
        _ended.Dispose();
    }

    private async Task WaitAsync()
    {
        try
        {
            await _ticks.WaitForNextTickAsync(_ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop looks at the token itself and draws once more.
        }
    }

    private Rows Draw()
    {
        var now = Instant.FromDateTimeOffset(_clock.GetUtcNow());
        lock (_gate)
        {
            var tickets = Tables.Create($"tickets, times in {_zone.Id}", "ticket", "account", "level", "next", "due", "left", "last").Right(5);
            foreach (var ticket in (_board?.Tickets ?? []).Take(MostTickets))
            {
                var next = ticket.Next;
                tickets.Row(
                    ShortNames.Last(ticket.Name), ShortNames.Last(ticket.Account), $"{ticket.Level}", next is null ? "" : EnumWords.Show(next.Kind),
                    next is null ? "" : InstantText.Show(next.DueTime, _zone), next is null ? "" : Left(next.DueTime - now), ticket.LastEvent);
            }

            var events = Tables.Create("events", "time", "ticket", "", "what", "late by").Right(4);
            foreach (var line in _board?.Lines ?? [])
            {
                events.Row(InstantText.Show(line.Time, _zone), line.Ticket, line.Kind, line.Text, line.Late);
            }

            return new Rows(tickets, events, Tables.Note(_remark));
        }
    }

    private static string Left(Duration left) => DurationText.Show(Duration.FromSeconds((long)left.TotalSeconds));
}
