using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Benchmarks.Streams;

/// <summary>
/// Generated tickets of the first half of 2025, the same ones each time: four in five answered, asked back, resolved and closed, partly late; the others still open.
/// Eight facts each with the opening, three for an open one.
/// </summary>
internal static class PastTickets
{
    private const string Account = "accounts/acme-xtm-gold";
    private const int Days = 180;
    private const int OpenOneOf = 5;
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a ticket is still open.</summary>
    public static bool IsOpen(int index) => index % OpenOneOf == 0;

    /// <summary>The id of a ticket.</summary>
    public static string IdOf(int index) => $"past-{index:000000}";

    /// <summary>A ticket of so many.</summary>
    public static ImportTicketsRequest Of(int index, int count)
    {
        var minutes = ((long)index * Days * 24 * 60 / count) + (index * 7919L % 60);
        var received = First.AddMinutes(minutes);
        var pace = 1 + (index * 31 % 97);
        var ticket = new ImportTicketsRequest
        {
            Open = new OpenTicketRequest
            {
                TicketId = IdOf(index),
                Account = Account,
                Contact = $"{Account}/contacts/{(index % 2 == 0 ? "ana" : "ben")}",
                Channel = Channel.Portal,
                Environment = DeploymentEnvironment.Production,
                Level = 1 + (index % 3),
                EffectiveTime = Timestamp.FromDateTimeOffset(received),
                Reference = $"{index}",
                RequestId = Guid.NewGuid().ToString(),
            },
        };
        Add(pace, new FactBody { AgentResponded = new AgentResponded(), Actor = "agent" });
        Add(2 * pace, new FactBody { HandedOver = new HandedOver { Line = Line.SecondLine } });
        if (!IsOpen(index))
        {
            Add(3 * pace, new FactBody { WaitingOnCustomer = new WaitingOnCustomer() });
            Add(9 * pace, new FactBody { CustomerReplied = new CustomerReplied() });
            Add(10 * pace, new FactBody { AgentResponded = new AgentResponded(), Actor = "agent" });
            Add(11 * pace, new FactBody { Resolved = new Resolved() });
            Add(40 * pace, new FactBody { Closed = new Closed() });
        }

        return ticket;

        void Add(int after, FactBody fact) =>
            ticket.Facts.Add(new ImportedFact { EffectiveTime = Timestamp.FromDateTimeOffset(received.AddMinutes(after)), Fact = fact });
    }
}
