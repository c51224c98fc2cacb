using NodaTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>An immutable revision of a policy.</summary>
/// <param name="ContentHash">Lower-case hexadecimal SHA-256 of the canonical document.</param>
/// <param name="EffectiveTime">When it comes into force.</param>
/// <param name="Policy">What it says.</param>
public sealed record PolicyRevision(string ContentHash, Instant EffectiveTime, Policy Policy)
{
    /// <summary>How many characters of the content hash name a revision.</summary>
    public const int IdLength = 12;

    /// <summary>The revision's id in resource names: the first characters of the content hash.</summary>
    public string Id => ContentHash[..IdLength];
}
