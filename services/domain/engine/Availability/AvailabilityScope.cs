using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>What a policy takes out of its availability guarantee.</summary>
public static class AvailabilityScope
{
    /// <summary>The provision that says which instances count.</summary>
    public const string ScopeId = "availability-scope";

    /// <summary>The provision that says which causes of downtime do not count.</summary>
    public const string ExclusionsId = "availability-exclusions";

    private const string Excluded = "excluded";
    private const string OperatedByAccount = "operated_by_account";

    /// <summary>Whether only instances count that the account operates itself.</summary>
    public static bool IsOwnInstancesOnly(Policy policy) => Find(policy, ScopeId)?.Values.GetValueOrDefault("instances") == OperatedByAccount;

    /// <summary>Whether downtime of a cause does not count: <c>force_majeure</c>, <c>scheduled_maintenance</c>, <c>emergency_maintenance</c>, <c>internet_or_provider</c>.</summary>
    public static bool Excludes(Policy policy, string cause) => Find(policy, ExclusionsId)?.Values.GetValueOrDefault(cause) == Excluded;

    /// <summary>Where the policy says what does not count, or null.</summary>
    public static string? SourceOf(Policy policy) => Find(policy, ExclusionsId)?.Source;

    private static Provision? Find(Policy policy, string id) => policy.Provisions.FirstOrDefault(provision => provision.Id == id);
}
