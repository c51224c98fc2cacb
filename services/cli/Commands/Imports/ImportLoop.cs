using Grpc.Core;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Importing;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>Keeps an import going over interruptions that can pass, stream after stream: what is there already is not taken over twice.</summary>
internal sealed class ImportLoop(CommandContext context, ImportTally tally, Action step)
{
    // A ticket that is never available while others are must not hold up the end.
    private const int MostTries = 10;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(2);

    /// <param name="tickets">The tickets.</param>
    /// <param name="options">Ends the import.</param>
    /// <exception cref="RpcException">The platform refused the stream, was never reached, or was away for too long.</exception>
    public async Task RunAsync(IEnumerable<PastTicket> tickets, CallOptions options)
    {
        var clock = context.Host.Clock;
        var left = new LinkedList<PastTicket>(tickets);
        var delay = FirstDelay;
        var lastAnswer = clock.GetTimestamp();
        var everReached = false;
        while (left.Count > 0)
        {
            var round = await ImportCall.RunAsync(context.Platform.Clocks, options, left, Take);
            everReached |= round.Answered > 0 || round.Away is not null;
            if (round.Answered > 0)
            {
                (delay, lastAnswer) = (FirstDelay, clock.GetTimestamp());
            }

            var isOver = !everReached || !round.CanGoOn || clock.GetElapsedTime(lastAnswer) > LongestOutage;
            GiveUp(left, isOver ? 1 : MostTries);
            if (left.Count == 0)
            {
                return;
            }

            if (isOver)
            {
                throw round.Failure;
            }

            var wait = round.RetryAfter > delay ? round.RetryAfter : delay;
            context.Say($"Interrupted ({round.Obstacle}); going on with {left.Count} tickets in {wait.TotalSeconds:0.##} s.");
            await Task.Delay(wait, clock, options.CancellationToken);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private void Take(PastTicket ticket, ImportTicketsResponse answer)
    {
        tally.Take(ticket.Name, answer);
        step();
    }

    /// <summary>Counts as failed what was not available so many times.</summary>
    private void GiveUp(LinkedList<PastTicket> left, int tries)
    {
        foreach (var ticket in left.Where(ticket => ticket.Tries.Count >= tries).ToArray())
        {
            left.Remove(ticket);
            Take(ticket, ticket.Tries[^1]);
        }
    }
}
