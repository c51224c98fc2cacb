using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Tells a ticket a fact.</summary>
/// <param name="Fact">The encoded fact with its note.</param>
/// <param name="EffectiveTime">When it was true, ISO; null for now.</param>
/// <param name="Etag">The ticket's etag; empty for whatever it is.</param>
/// <param name="Request">The request served.</param>
[GenerateSerializer, Immutable, Alias("clocks.TellCommand")]
internal sealed record TellCommand(byte[] Fact, string? EffectiveTime, string Etag, RequestMark Request);
