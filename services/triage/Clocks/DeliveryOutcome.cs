using Grpc.Core;

namespace SlaPlatform.Triage.Clocks;

/// <summary>What became of a ticket's facts.</summary>
/// <param name="IsComplete">Whether the clock has answered on all of them.</param>
/// <param name="IsClockAway">Whether it could not be asked.</param>
/// <param name="Refusals">What it refused for good, by fact.</param>
internal sealed record DeliveryOutcome(bool IsComplete, bool IsClockAway, IReadOnlyDictionary<string, RpcException> Refusals);
