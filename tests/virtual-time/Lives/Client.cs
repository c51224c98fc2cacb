using System.Runtime.ExceptionServices;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Store;
using Xunit.Sdk;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>Callers: each asks again, of whichever silo, until it has an answer that settles its request.</summary>
internal sealed class Client(IGrainFactory grains, TimeProvider clock, SimulatedRedis redis, Faults faults, Trace trace)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly List<Request> asked = [];
    private HashSet<string> acknowledged = [];
    private HashSet<string> acknowledgedInCopy = [];

    public bool IsWaiting => asked.Exists(request => !request.IsOver);

    /// <summary>The requests that were answered as done, and should still be.</summary>
    public IReadOnlySet<string> Acknowledged => acknowledged;

    /// <summary>What no caller should ever see.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public IEnumerable<string> Asked => asked.Select(request => request.Mark.Id);

    public void Ask(Request request, bool twice)
    {
        asked.Add(request);
        _ = Serve(request);
        if (twice)
        {
            _ = Serve(request);
        }
    }

    public void NoteCopy() => acknowledgedInCopy = [.. acknowledged];

    public void NoteRestore() => acknowledged = [.. acknowledgedInCopy];

    public void NoteFlush() => acknowledged = [];

    private async Task Serve(Request request)
    {
        while (!request.IsOver)
        {
            // An answer from before Redis lost what it held says nothing about what it holds now.
            var era = redis.Era;
            var outcome = await Try(request);
            if (request.IsOver)
            {
                return;
            }

            trace.Add($"{request.Ticket} {request.Mark.Id[..8]}: {outcome?.ToString() ?? "no answer"}");
            if (era == redis.Era && outcome is not (null or TicketOutcome.Conflict or TicketOutcome.Unavailable) && !faults.Happens(8))
            {
                Settle(request, outcome.Value);
                return;
            }

            await Task.Delay(Retry, clock);
        }
    }

    private void Settle(Request request, TicketOutcome outcome)
    {
        request.IsOver = true;
        if (outcome is TicketOutcome.Done or TicketOutcome.Repeat)
        {
            acknowledged.Add(request.Mark.Id);
        }
        else if (outcome == TicketOutcome.RequestReused)
        {
            Failure ??= ExceptionDispatchInfo.Capture(new XunitException($"Request {request.Mark.Id} was never used for another body."));
        }
    }

    private async Task<TicketOutcome?> Try(Request request)
    {
        var grain = grains.GetGrain<ITicketGrain>(request.Ticket);
        try
        {
            if (!request.Opens)
            {
                return (await grain.Tell(new TellCommand(request.Fact, request.EffectiveTime, "", request.Mark))).Outcome;
            }

            var found = await grain.Find(request.Mark);
            return found.Outcome != TicketOutcome.NotFound ? found.Outcome
                : (await grain.Open(new OpenCommand(request.Fact, request.EffectiveTime, request.Mark))).Outcome;
        }
        catch (OrleansException)
        {
            return null;
        }
        catch (Exception e)
        {
            Failure ??= ExceptionDispatchInfo.Capture(e);
            return null;
        }
    }
}
