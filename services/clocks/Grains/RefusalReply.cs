using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Grains;

/// <summary>A refusal of the engine between silos.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Field">The field that was wrong.</param>
/// <param name="Description">What was wrong and what to do.</param>
[GenerateSerializer, Immutable, Alias("clocks.RefusalReply")]
internal sealed record RefusalReply(RefusalKind Kind, string Field, string Description);
