using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Judges whether a policy serves a region.</summary>
public static class RegionCheck
{
    /// <summary>Why the region is not served, with the page that serves it; null when it is.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="region">ISO 3166-1 alpha-2 code, in any case.</param>
    public static EntitlementRefusal? Refuse(Policy policy, string region) =>
        policy.RefusedRegions.FirstOrDefault(refused => string.Equals(refused.Region, region, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new EntitlementRefusal(RefusalReason.RegionNotServed, WithUrl(found), found.Source)
            : null;

    private static string WithUrl(RefusedRegion refused) => refused.Url is { } url ? $"{refused.Reason.English} {url}" : refused.Reason.English;
}
