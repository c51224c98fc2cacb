using NodaTime;

namespace SlaPlatform.Engine.Triage.Releases;

/// <summary>A version of a product that is out.</summary>
/// <param name="Version">The version, as reports name it.</param>
/// <param name="ReleaseTime">When it came out.</param>
/// <param name="SupportEnd">From when it is not supported, or null while no end is set.</param>
public sealed record ReleasedVersion(string Version, Instant ReleaseTime, Instant? SupportEnd)
{
    /// <summary>Whether it is supported at an instant.</summary>
    public bool IsSupportedAt(Instant at) => SupportEnd is not { } end || at < end;
}
