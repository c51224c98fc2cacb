using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using Duration = NodaTime.Duration;

namespace SlaPlatform.Cli.Tests.Watching;

public sealed class WatchBoardTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 6, 12, 0);
    private readonly WatchBoard _board = new(DateTimeZone.Utc);

    [Fact]
    public void Take_SignalTwice_IsShownOnce()
    {
        Assert.NotNull(_board.Take(Signal("s1", SignalKind.Breached), Now));
        Assert.Null(_board.Take(Signal("s1", SignalKind.Breached), Now));
        Assert.Single(_board.Lines);
    }

    [Fact]
    public void Take_FactsOfOneSequenceOnTwoTickets_AreBothShown()
    {
        Assert.NotNull(_board.Take(Fact("tickets/a", 1), Now));
        Assert.NotNull(_board.Take(Fact("tickets/b", 1), Now));
        Assert.Null(_board.Take(Fact("tickets/b", 1), Now));
    }

    [Fact]
    public void Take_Heartbeat_OnlyMovesTheToken()
    {
        Assert.Null(_board.Take(new TicketEvent { Heartbeat = new(), ResumeToken = ByteString.CopyFromUtf8("t2") }, Now));
        Assert.Equal("t2", _board.ResumeToken.ToStringUtf8());
        Assert.Empty(_board.Tickets);
    }

    [Fact]
    public void Take_DueChanged_MovesTheDueTime()
    {
        _board.Start(new TicketSummary { Name = "tickets/a", NextDueKind = MilestoneKind.Resolution, NextDueTime = At(30) });
        _board.Take(Due("resolution.1", MilestoneState.Running, At(45)), Now);
        Assert.Equal(Now + Duration.FromMinutes(45), Assert.Single(_board.Tickets).Next?.DueTime);
    }

    [Fact]
    public void Take_DuePaused_LeavesNoDueTime()
    {
        _board.Take(Due("resolution.1", MilestoneState.Running, At(45)), Now);
        _board.Take(Due("resolution.1", MilestoneState.Paused, null), Now);
        Assert.Null(Assert.Single(_board.Tickets).Next);
    }

    [Fact]
    public void Take_Breach_TakesItsMilestoneOffTheBoard()
    {
        _board.Take(Due("resolution.1", MilestoneState.Running, At(1)), Now);
        _board.Take(Due("update.2", MilestoneState.Running, At(2)), Now);
        _board.Take(Signal("s1", SignalKind.Breached), Now);
        Assert.Equal(MilestoneKind.Update, Assert.Single(_board.Tickets).Next?.Kind);
    }

    private static Timestamp At(int minutes) => (Now + Duration.FromMinutes(minutes)).ToTimestamp();

    private static TicketEvent Fact(string ticket, long sequence) => new()
    {
        Ticket = ticket,
        Fact = new Fact { Sequence = sequence, EffectiveTime = At(0), RecordTime = At(0), Body = new FactBody { AgentResponded = new() } },
    };

    private static TicketEvent Due(string milestone, MilestoneState state, Timestamp? due) => new()
    {
        Ticket = "tickets/a",
        DueChanged = new DueChanged { Milestone = milestone, MilestoneKind = milestone.StartsWith('u') ? MilestoneKind.Update : MilestoneKind.Resolution, State = state, DueTime = due },
    };

    private static TicketEvent Signal(string id, SignalKind kind) => new()
    {
        Ticket = "tickets/a",
        Signal = new Signal { Id = id, RaisedTime = At(1), DueTime = At(1), Detail = new SignalDetail { Kind = kind, Milestone = "resolution.1", MilestoneKind = MilestoneKind.Resolution } },
    };
}
