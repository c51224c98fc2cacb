using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>What the answer to a fault must be, beyond being an orderly one.</summary>
/// <param name="Kind">Whether it must be refused.</param>
/// <param name="Reason">Which reason it must have; unspecified for any.</param>
internal sealed record Demand(DemandKind Kind, ErrorReason Reason = ErrorReason.Unspecified)
{
    public static Demand Orderly { get; } = new(DemandKind.Orderly);

    public static Demand Answered { get; } = new(DemandKind.Answered);

    public static Demand Refused { get; } = new(DemandKind.Refused);

    public static Demand Unreadable { get; } = new(DemandKind.Unreadable, ErrorReason.InvalidFormat);

    public static Demand RefusedFor(ErrorReason reason) => new(DemandKind.Refused, reason);
}
