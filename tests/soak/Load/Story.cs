using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Soak.Load;

/// <summary>What is told of one ticket: facts in order and late, chosen by dice, legal as far as the teller can know.</summary>
/// <param name="ticket">The ticket as opened.</param>
/// <param name="dice">Chooses.</param>
internal sealed class Story(Ticket ticket, Random dice)
{
    private const int MostFacts = 40;

    private bool waiting;
    private bool resolved;
    private int told;

    /// <summary>Whether nothing more is told.</summary>
    public bool IsOver => told >= MostFacts;

    /// <summary>The ticket's name.</summary>
    public string Ticket => ticket.Name;

    /// <summary>The next fact, under a new request id that is kept with it as its actor.</summary>
    public RecordFactRequest Next(DateTimeOffset now)
    {
        told++;
        var fact = Choose();
        var requestId = new Guid(Bytes(16)).ToString();
        fact.Actor = requestId;
        return new RecordFactRequest { Ticket = ticket.Name, Fact = fact, RequestId = requestId, EffectiveTime = fact.AgentResponded is null || dice.Next(4) > 0 ? null : Earlier(now) };
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        dice.NextBytes(bytes);
        return bytes;
    }

    // An answer whose mail came late: it may undo a breach that was raised already.
    private Timestamp Earlier(DateTimeOffset now)
    {
        var opened = ticket.OpenTime.ToDateTimeOffset();
        return Timestamp.FromDateTimeOffset(opened + ((now - opened) * dice.NextDouble()));
    }

    private FactBody Choose()
    {
        if (resolved)
        {
            resolved = false;
            return new FactBody { Reopened = new Reopened() };
        }

        if (waiting)
        {
            waiting = false;
            return new FactBody { CustomerReplied = new CustomerReplied() };
        }

        switch (dice.Next(12))
        {
            case 0:
                waiting = true;
                return new FactBody { WaitingOnCustomer = new WaitingOnCustomer() };
            case 1:
                resolved = true;
                return new FactBody { Resolved = new Resolved() };
            case 2:
                return new FactBody { SeverityChanged = new SeverityChanged { ClaimedLevel = dice.Next(1, 3) } };
            case 3:
                return new FactBody { PlanChanged = new PlanChanged { Plan = ticket.Plan } };
            case 4:
                return new FactBody { HandedOver = new HandedOver { Line = dice.Next(2) == 0 ? Line.ThirdLine : Line.FirstLine } };
            case 5 or 6:
                return new FactBody { CustomerReplied = new CustomerReplied() };
            default:
                return new FactBody { AgentResponded = new AgentResponded() };
        }
    }
}
