using System.Collections.Immutable;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Grains;

/// <summary>A ticket's answer.</summary>
[GenerateSerializer, Immutable, Alias("clocks.TicketReply")]
internal sealed record TicketReply
{
    /// <summary>What became of the request.</summary>
    [Id(0)]
    public required TicketOutcome Outcome { get; init; }

    /// <summary>The ticket; with <see cref="TicketOutcome.Done"/> and <see cref="TicketOutcome.Repeat"/> only.</summary>
    [Id(1)]
    public HandedRecord? Ticket { get; init; }

    /// <summary>Why the engine refused.</summary>
    [Id(2)]
    public ImmutableArray<RefusalReply> Refusals { get; init; } = [];

    public static TicketReply Of(TicketOutcome outcome) => new() { Outcome = outcome };

    public static TicketReply Of(TicketRecord record, TicketOutcome outcome = TicketOutcome.Done) => new() { Outcome = outcome, Ticket = new HandedRecord(record) };

    public static TicketReply Refused(ImmutableArray<Refusal> refusals) => new()
    {
        Outcome = TicketOutcome.Refused,
        Refusals = [.. refusals.Select(refusal => new RefusalReply(refusal.Kind, refusal.Field, refusal.Description))],
    };
}
