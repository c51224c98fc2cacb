using System.CommandLine;
using Google.Protobuf;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary><c>sla watch</c>: tickets and their clocks as they go. Ends by Ctrl+C, which is the usual way and exits with 0.</summary>
internal static class WatchCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Option<string?>("--account") { Description = "Only of this account.", HelpName = "account" };
        var tickets = new Option<string[]>("--ticket") { Description = "Only this ticket. May be repeated.", HelpName = "ticket" };
        var levels = new Option<int[]>("--level") { Description = "Only of this level. May be repeated.", HelpName = "level" };
        var token = new Option<string?>("--resume-token") { Description = "Go on after an event: its token, as --json prints it.", HelpName = "base64" };
        var length = new Option<string?>("--for") { Description = "End by itself after so long, such as 30s.", HelpName = "duration" };
        var command = new Command("watch", "Watch tickets live; goes on by itself when the platform comes back. Ctrl+C ends it.") { account, tickets, levels, token, length };
        return command.Runs(host, async context =>
        {
            var filter = new WatchFilter { Account = context.Value(account) is { } owner ? ShortNames.Account("--account", owner) : "" };
            filter.Tickets.Add((context.Value(tickets) ?? []).Select(ticket => ShortNames.Ticket("--ticket", ticket)));
            filter.Levels.Add(context.Value(levels) ?? []);
            var start = context.Value(token) is { } text ? Token(text) : null;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
            using var timer = context.Value(length) is { } limit
                ? host.Clock.CreateTimer(_ => ending.Cancel(), null, DurationText.Parse("--for", limit).ToTimeSpan(), Timeout.InfiniteTimeSpan)
                : null;
            var zone = context.Zone ?? DateTimeZone.Utc;
            await using IWatchScreen screen = context switch
            {
                { Json: true } => new JsonWatchScreen(host.Out),
                { Host.OutIsTerminal: true } => new LiveWatchScreen(context.Out, host.Clock, zone),
                _ => new PlainWatchScreen(host.Out, zone),
            };
            await new WatchLoop(context, filter, screen, zone).RunAsync(start, ending.Token);
        });
    }

    private static ByteString Token(string text)
    {
        try
        {
            return ByteString.FromBase64(text);
        }
        catch (FormatException)
        {
            throw new UsageException("--resume-token", "it is not base64.", "Copy resumeToken of an event as --json printed it.");
        }
    }
}
