using System.Text;
using NodaTime;
using SlaPlatform.Benchmarks.Engine;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Benchmarks.Holding;

/// <summary>
/// Tickets to hold: as the engine decides them and as the service stores them, on a plan with one clock of an hour (level 1) or a year (level 2) and no warnings, so
/// that a ticket has exactly one wake.
/// </summary>
internal sealed class HeldTickets
{
    private const string Text = """
        policy: benchmark
        title: { en: "Benchmark", fr: "Mesure", it: "Misura", zh: "基准" }
        version: "1"
        effective_from: 2024-01-01
        source: SlaPlatform benchmark
        severities:
          ruling: claimed
          levels:
            - { level: 1, label: P1, name: { en: "Soon", fr: "Tôt", it: "Presto", zh: "快" }, definition: { en: "Due soon.", fr: "Bientôt.", it: "Presto.", zh: "很快。" }, source: SlaPlatform benchmark }
            - { level: 2, label: P2, name: { en: "Far", fr: "Loin", it: "Lontano", zh: "远" }, definition: { en: "Due in a year.", fr: "Dans un an.", it: "Tra un anno.", zh: "一年后。" }, source: SlaPlatform benchmark }
          default_level: 2
        calendars:
          always: { windows: always, source: SlaPlatform benchmark }
        plans:
          - plan: one
            title: { en: "One clock", fr: "Une horloge", it: "Un orologio", zh: "一个时钟" }
            tier: 1
            source: SlaPlatform benchmark
            channels: { accepted: [portal], others: untimed, source: SlaPlatform benchmark }
            calendar: always
            targets_source: SlaPlatform benchmark
            targets:
              P1: { initial_response: { within: 1h, warnings: [] } }
              P2: { initial_response: { within: 8760h, warnings: [] } }
        """;

    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly PlanBook book = Terms.BookOf(Document, "one");
    private readonly Append far;

    /// <param name="now">When they are stored.</param>
    /// <param name="facts">How many facts the distant ones have.</param>
    public HeldTickets(Instant now, int facts)
    {
        far = Append("far", 2, now - Duration.FromDays(1), now - Duration.FromDays(1), facts);
        if (far.NextWake is not { } wake || wake < now + Duration.FromDays(7) || far.Records.Length != facts)
        {
            throw new InvalidOperationException("The distant tickets are not what is to be held.");
        }
    }

    /// <summary>The document that they run under.</summary>
    public static ParsedPolicy Document { get; } = PolicyDocument.Parse(Encoding.UTF8.GetBytes(Text));

    /// <summary>A ticket that is not due for months. They differ in their ids only; events for watchers are left out.</summary>
    public Append Far(string id) => far with { TicketId = id, Summary = far.Summary! with { TicketId = id }, Events = [] };

    /// <summary>A ticket of one fact that is due, and so breached, at an instant.</summary>
    public Append Due(string id, Instant due, Instant now)
    {
        var append = Append(id, 1, due - Hour, now, 1);
        return append.NextWake == Instant.FromUnixTimeMilliseconds(due.ToUnixTimeMilliseconds() + 1)
            ? append
            : throw new InvalidOperationException("The ticket is not due when it should be.");
    }

    private Append Append(string id, int level, Instant received, Instant now, int facts)
    {
        var opening = new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = level, Production = true };
        var note = new FactNote
        {
            Actor = "ana",
            Intake = new Intake { Account = "accounts/benchmark", Contact = "accounts/benchmark/contacts/ana", Subscription = "accounts/benchmark/subscriptions/main", Channel = "portal" },
        };
        var turn = TicketTurn.Of(TicketRecord.Of(id, []), Accepted(TicketClock.Open(id, book, opening, received, now)), [note], book, request: null);
        var records = turn.Append.Records;
        for (var told = 1; told < facts; told++)
        {
            // The first response would end the only clock: the customer writes again and again.
            var next = Accepted(TicketClock.Record(turn.Record.Log, book, [new NewFact(new Fact.CustomerReplied(), null)], now + Duration.FromMinutes(told)));
            turn = TicketTurn.Of(turn.Record, next, [new FactNote { Actor = "ana" }], book, request: null);
            records = records.AddRange(turn.Append.Records);
        }

        return turn.Append with { ExpectedLength = 0, Records = records };
    }

    private static Turn Accepted(Decision decision) => decision is Decision.Accepted { Turn: var turn }
        ? turn
        : throw new InvalidOperationException(string.Join(" ", ((Decision.Refused)decision).Refusals.Select(refusal => refusal.Description)));
}
