using System.Collections.Concurrent;
using System.Diagnostics;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.EndToEnd.Tickets;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>Callers that open tickets and tell them facts without a break, each call with a request id, a deadline and the retry policy. Half of the tickets are told nothing.</summary>
internal sealed class Workload(SlaClockService.SlaClockServiceClient clocks)
{
    private const int Callers = 4;
    private const int FactsOfATicket = 12;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> failures = new();
    private long longest;

    /// <summary>The tickets opened, with the actors of the facts that were acknowledged; each fact has an actor of its own.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<string>> Acknowledged => acknowledged;

    /// <summary>The calls that failed after all retries.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>The longest that a call took, retries included.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref longest));

    /// <summary>Calls until it is told to end; the last calls are still answered.</summary>
    public Task RunAsync(CancellationToken end, CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
    {
        while (!end.IsCancellationRequested)
        {
            await OpenAndTellAsync(end, cancellation);
        }
    }));

    /// <summary>Waits until that many more tickets are opened, so that some of their timers are about to end.</summary>
    public async Task UntilOpenedAsync(int more, TimeSpan limit, CancellationToken cancellation)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), acknowledged.Count);
        while (acknowledged.Count < before + more)
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, limit);
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    private async Task OpenAndTellAsync(CancellationToken end, CancellationToken cancellation)
    {
        var quiet = await CallAsync(() => clocks.OpenTicketAsync(Opening.On("demo/seconds", 1), deadline: Soon(), cancellationToken: cancellation).ResponseAsync);
        var busy = await CallAsync(() => clocks.OpenTicketAsync(Opening.On("demo/seconds", 1), deadline: Soon(), cancellationToken: cancellation).ResponseAsync);
        foreach (var ticket in new[] { quiet, busy }.OfType<Ticket>())
        {
            acknowledged[ticket.Name] = [];
        }

        for (var number = 0; busy is not null && number < FactsOfATicket && !end.IsCancellationRequested; number++)
        {
            var actor = Guid.NewGuid().ToString();
            var request = new RecordFactRequest
            {
                Ticket = busy.Name,
                RequestId = actor,
                Fact = number % 2 == 0 ? new FactBody { Actor = actor, AgentResponded = new AgentResponded() } : new FactBody { Actor = actor, CustomerReplied = new CustomerReplied() },
            };
            if (await CallAsync(() => clocks.RecordFactAsync(request, deadline: Soon(), cancellationToken: cancellation).ResponseAsync) is not null)
            {
                acknowledged[busy.Name].Enqueue(actor);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    private static DateTime Soon() => (TimeProvider.System.GetUtcNow() + Deadline).UtcDateTime;

    private async Task<Ticket?> CallAsync(Func<Task<Ticket>> call)
    {
        var watch = Stopwatch.GetTimestamp();
        try
        {
            return await call();
        }
        catch (Grpc.Core.RpcException e)
        {
            failures.Enqueue($"{e.StatusCode} after {Stopwatch.GetElapsedTime(watch)}: {e.Status.Detail}");
            return null;
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(watch).Ticks;
            for (var known = Interlocked.Read(ref longest); took > known; known = Interlocked.Read(ref longest))
            {
                Interlocked.CompareExchange(ref longest, took, known);
            }
        }
    }
}
