using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The person who holds a role at an account.</summary>
internal sealed class AssignmentRow
{
    public required string AccountId { get; init; }

    /// <summary>The feature that grants the role; the assignment's id.</summary>
    public required string Role { get; init; }

    public required string Person { get; set; }

    public required string TimeZone { get; set; }

    /// <summary>Calendar of the person's hours: its policy and id, or both null for always.</summary>
    public string? CalendarPolicyId { get; set; }

    public string? CalendarId { get; set; }

    public required Instant UpdateTime { get; set; }
}
