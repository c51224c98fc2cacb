using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
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
    private const string Counted = "counted";
    private const string Instances = "instances";
    private const string OperatedByAccount = "operated_by_account";

    /// <summary>The values of the provision that says which instances count.</summary>
    public static ImmutableArray<string> ScopeNames { get; } = [Instances];

    /// <summary>The causes that the other provision has values for.</summary>
    public static ImmutableArray<string> Causes { get; } = ["force_majeure", "scheduled_maintenance", "emergency_maintenance", "internet_or_provider", "vendor_staff_strike"];

    /// <summary>What of the values of <see cref="ScopeId"/> is not understood, under its own name.</summary>
    public static ImmutableArray<Violation> ScopeFaults(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(Instances, out var which) && which != OperatedByAccount ? [new Violation(Instances, $"\"{which}\" are no instances that are known; write {OperatedByAccount}, or leave it out for all.")] : [];

    /// <summary>What of the values of <see cref="ExclusionsId"/> is not understood, under its own name.</summary>
    public static ImmutableArray<Violation> ExclusionFaults(IReadOnlyDictionary<string, string> values) =>
        [.. from value in values
            where Causes.Contains(value.Key) && value.Value is not (Excluded or Counted)
            select new Violation(value.Key, $"\"{value.Value}\" is neither {Excluded} nor {Counted}.")];

    /// <summary>Whether only instances count that the account operates itself.</summary>
    public static bool IsOwnInstancesOnly(Policy policy) => Find(policy, ScopeId)?.Values.GetValueOrDefault(Instances) == OperatedByAccount;

    /// <summary>Whether downtime of a cause does not count: <c>force_majeure</c>, <c>scheduled_maintenance</c>, <c>emergency_maintenance</c>, <c>internet_or_provider</c>, <c>vendor_staff_strike</c>.</summary>
    public static bool Excludes(Policy policy, string cause) => Find(policy, ExclusionsId)?.Values.GetValueOrDefault(cause) == Excluded;

    /// <summary>Where the policy says what does not count, or null.</summary>
    public static string? SourceOf(Policy policy) => Find(policy, ExclusionsId)?.Source;

    private static Provision? Find(Policy policy, string id) => policy.Provisions.FirstOrDefault(provision => provision.Id == id);
}
