using NodaTime;
using SlaPlatform.Engine.Triage.Exclusions;

namespace SlaPlatform.Triage.Store;

/// <summary>A step of a decision; never changed.</summary>
internal sealed class ExclusionStepRow
{
    public required string TicketId { get; init; }

    public required string Clause { get; init; }

    /// <summary>Its place among the steps, from 1.</summary>
    public required int Number { get; init; }

    public required ExclusionStepKind Kind { get; init; }

    public required string Actor { get; init; }

    public required string Text { get; init; }

    public required Instant EffectiveTime { get; init; }

    public required Instant RecordTime { get; init; }

    /// <summary>The fact that the ticket's clock is told; null for none.</summary>
    public string? FactId { get; init; }
}
