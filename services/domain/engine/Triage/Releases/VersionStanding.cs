using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Triage.Releases;

/// <summary>How a version stands among the releases of its product.</summary>
public abstract record VersionStanding
{
    private VersionStanding()
    {
    }

    /// <summary>Nothing is recorded of the product.</summary>
    public sealed record Unrecorded : VersionStanding;

    /// <summary>No release has the version.</summary>
    public sealed record Unknown : VersionStanding;

    /// <summary>It is supported.</summary>
    public sealed record Supported : VersionStanding;

    /// <summary>It is not supported any more.</summary>
    /// <param name="UpgradeTo">The latest version that is, or null.</param>
    public sealed record Unsupported(string? UpgradeTo) : VersionStanding;

    /// <summary>Judges a version.</summary>
    /// <param name="releases">The releases of its product.</param>
    /// <param name="version">The version; letter case does not count.</param>
    /// <param name="at">When; what came out later does not count.</param>
    public static VersionStanding Of(IEnumerable<ReleasedVersion> releases, string version, Instant at)
    {
        ImmutableArray<ReleasedVersion> known = [.. releases.Where(release => release.ReleaseTime <= at)];
        if (known.IsEmpty)
        {
            return new Unrecorded();
        }

        return known.FirstOrDefault(release => string.Equals(release.Version, version, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => new Unknown(),
            var found when found.IsSupportedAt(at) => new Supported(),
            _ => new Unsupported(known.Where(release => release.IsSupportedAt(at)).MaxBy(release => release.ReleaseTime)?.Version),
        };
    }
}
