using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Replay;

/// <summary>
/// Turns the states of a log into facts, one ticket at a time. The table of what becomes what is in the README beside this program; every fact is one that
/// the clock takes at that point, so a refusal shows a rule of the plan (a ticket that closed by itself) and not a slip of the mapping.
/// </summary>
internal sealed class StoryWriter
{
    private readonly FirstResponse _firstResponse;
    private readonly Instant _opened;
    private readonly TicketStory _story;
    private readonly List<LogEvent> _ignored = [];
    private StateMeaning _state = new StateMeaning.New();
    private int _level;
    private bool _responded;

    private StoryWriter(LogTicket ticket, FirstResponse firstResponse)
    {
        var first = ticket.Events[0];
        _firstResponse = firstResponse;
        _opened = first.Opened;
        _level = first.Level;
        _story = new TicketStory { Id = ticket.Id, OpenTime = _opened.ToTimestamp(), Level = _level };
    }

    /// <param name="until">Events after it are left out; null takes all.</param>
    public static LogStory Write(LogTicket ticket, FirstResponse firstResponse, Instant? until = null)
    {
        var writer = new StoryWriter(ticket, firstResponse);
        foreach (var logged in ticket.Events.Where(logged => until is null || logged.Time <= until))
        {
            writer.Tell(logged);
        }

        return new LogStory(writer._story, [.. ticket.Events.Where(logged => logged.Time < writer._opened)], [.. writer._ignored]);
    }

    private bool IsOver => _state is StateMeaning.Resolved or StateMeaning.Closed;

    private void Tell(LogEvent logged)
    {
        if (IsOver && logged.State is StateMeaning.New)
        {
            // No ticket is new again: a reopened one is worked on. Such a row has a wrong time.
            _ignored.Add(logged);
            return;
        }

        var at = Instant.Max(logged.Time, _opened);
        var reopens = IsOver && (logged.State is not (StateMeaning.Resolved or StateMeaning.Closed) || (_state, logged.State) is (StateMeaning.Closed, StateMeaning.Resolved));
        if (reopens)
        {
            Add(at, new FactBody { Reopened = new() });
            _state = new StateMeaning.Work();
        }

        TellLevel(at, logged.Level);
        TellFirstResponse(at, logged);
        if (logged.State != _state)
        {
            Leave(at, logged.State);
            Enter(at, logged.State);
            _state = logged.State;
        }
    }

    // The log keeps one priority: it is both what the customer claims and what support has verified, so that it rules under every policy.
    private void TellLevel(Instant at, int level)
    {
        if (level == _level || IsOver)
        {
            return;
        }

        Add(at, new FactBody { SeverityChanged = new() { ClaimedLevel = level } });
        Add(at, new FactBody { SeverityChanged = new() { VerifiedLevel = level } });
        _level = level;
    }

    // Asking the customer is an answer by itself (see Enter), and a resolution meets the first response without one.
    private void TellFirstResponse(Instant at, LogEvent logged)
    {
        var shown = logged.State is StateMeaning.Work or StateMeaning.Paused || (logged.State is StateMeaning.New && logged.Assigned && _firstResponse == FirstResponse.Assignment);
        if (shown && !_responded)
        {
            Respond(at);
        }
    }

    private void Leave(Instant at, StateMeaning next)
    {
        // A resolution ends a wait or pause by itself, and says nothing about a reply.
        if (next is StateMeaning.Resolved or StateMeaning.Closed)
        {
            return;
        }

        switch (_state)
        {
            case StateMeaning.Waiting:
                Add(at, new FactBody { CustomerReplied = new() });
                break;
            case StateMeaning.Paused:
                Add(at, new FactBody { Resumed = new() });
                break;
        }
    }

    private void Enter(Instant at, StateMeaning next)
    {
        switch (next)
        {
            case StateMeaning.Waiting waiting:
                Respond(at);
                Add(at, new FactBody { WaitingOnCustomer = new() { Reason = waiting.Reason } });
                break;
            case StateMeaning.Paused paused:
                Add(at, new FactBody { Paused = new() { Reason = paused.Reason } });
                break;
            case StateMeaning.Resolved:
                Add(at, new FactBody { Resolved = new() });
                break;
            case StateMeaning.Closed:
                Add(at, new FactBody { Closed = new() });
                break;
        }
    }

    private void Respond(Instant at)
    {
        Add(at, new FactBody { AgentResponded = new() });
        _responded = true;
    }

    private void Add(Instant at, FactBody fact) => _story.Facts.Add(new SimulatedFact { EffectiveTime = at.ToTimestamp(), Fact = fact });
}
