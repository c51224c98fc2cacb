namespace SlaPlatform.Clocks.Grains;

/// <summary>What became of a wake.</summary>
/// <param name="Served">Whether it is stored; if not, it must be tried again.</param>
/// <param name="NextWake">The ticket's next wake in Unix milliseconds; null for none.</param>
[GenerateSerializer, Immutable]
internal sealed record WakeReply(bool Served, long? NextWake);
