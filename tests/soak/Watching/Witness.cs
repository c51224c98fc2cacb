using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Soak.Watching;

/// <summary>Watches all tickets as a client should: drops repeats, and resumes from its last token whenever the stream ends or falls silent.</summary>
/// <param name="clients">Gives a client for each attempt.</param>
/// <param name="clock">Times the waits.</param>
internal sealed class Witness(Func<SlaClockService.SlaClockServiceClient> clients, TimeProvider clock)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    // The contract promises a sign of life within 15 s.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(16);

    private readonly ConcurrentDictionary<string, (HashSet<string> Known, List<string> InOrder)> seen = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ByteString token = ByteString.Empty;

    /// <summary>Completes once everything that happens from now on will be seen.</summary>
    public Task Begun => begun.Task;

    /// <summary>How often it resumed.</summary>
    public int Resumptions { get; private set; }

    /// <summary>Why a token was refused; a watcher that resumes in time never sees that.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>How a journal record is called in <see cref="SeenOf"/>.</summary>
    public static string NameOf(JournalEntry entry) => entry switch
    {
        JournalEntry.Told told => NameOfFact(told.Fact.Sequence),
        JournalEntry.Raised raised => NameOfSignal(raised.Signal.Id),
        _ => throw new InvalidOperationException($"{entry} is no known journal entry."),
    };

    /// <summary>Facts and signals of a ticket in the order in which each was seen first.</summary>
    public IReadOnlyList<string> SeenOf(string ticket)
    {
        if (!seen.TryGetValue(ticket, out var found))
        {
            return [];
        }

        lock (found.Known)
        {
            return [.. found.InOrder];
        }
    }

    /// <summary>How many facts and signals of a ticket were seen so far.</summary>
    public int CountOf(string ticket)
    {
        if (!seen.TryGetValue(ticket, out var found))
        {
            return 0;
        }

        lock (found.Known)
        {
            return found.Known.Count;
        }
    }

    /// <summary>Watches until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await Read(cancellation);
            }
            catch (RpcException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument)
            {
                Refusals.Enqueue(e.Status.Detail);
                token = ByteString.Empty;
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException)
            {
                // The stream broke or fell silent: go on from the last token, perhaps elsewhere.
            }

            Resumptions++;
            await Task.Delay(RetryAfter, clock, CancellationToken.None);
        }
    }

    private async Task Read(CancellationToken cancellation)
    {
        using var silence = new CancellationTokenSource(LongestSilence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        using var call = clients().WatchTickets(new WatchTicketsRequest { ResumeToken = token }, cancellationToken: either.Token);
        await foreach (var change in call.ResponseStream.ReadAllAsync(either.Token))
        {
            silence.CancelAfter(LongestSilence);
            if (change.Fact is { } fact)
            {
                Note(change.Ticket, NameOfFact(fact.Sequence));
            }
            else if (change.Signal is { } signal)
            {
                Note(change.Ticket, NameOfSignal(signal.Id));
            }

            token = change.ResumeToken;
            begun.TrySetResult();
        }
    }

    private static string NameOfFact(long sequence) => $"fact {sequence}";

    private static string NameOfSignal(string id) => $"signal {id}";

    private void Note(string ticket, string what)
    {
        var (known, inOrder) = seen.GetOrAdd(ticket["tickets/".Length..], _ => ([], []));
        lock (known)
        {
            if (known.Add(what))
            {
                inOrder.Add(what);
            }
        }
    }
}
