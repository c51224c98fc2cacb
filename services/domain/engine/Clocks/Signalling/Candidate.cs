using NodaTime;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>A signal that is owed, or will be if nothing more is told.</summary>
/// <param name="Key">What makes it the same signal.</param>
/// <param name="Due">The instant it is about.</param>
/// <param name="Role">The role that a rung calls; empty otherwise.</param>
internal sealed record Candidate(SignalKey Key, Instant Due, string Role = "")
{
    /// <summary>Facts at an instant come before the signals of that instant; what a fact itself says holds at its own instant.</summary>
    public bool IsOwedAt(Instant now) => Key.Kind is SignalKind.Met or SignalKind.MetLate ? Due <= now : Due < now;
}
