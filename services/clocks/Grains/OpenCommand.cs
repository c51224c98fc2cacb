using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Opens a ticket.</summary>
/// <param name="Opening">The encoded opening with its note.</param>
/// <param name="ReceivedTime">When it was received, ISO; null for now.</param>
/// <param name="Request">The request served.</param>
[GenerateSerializer, Immutable, Alias("clocks.OpenCommand")]
internal sealed record OpenCommand(byte[] Opening, string? ReceivedTime, RequestMark Request);
