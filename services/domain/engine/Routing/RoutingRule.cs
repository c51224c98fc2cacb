namespace SlaPlatform.Engine.Routing;

/// <summary>Who takes tickets of plans with a feature.</summary>
public sealed record RoutingRule
{
    /// <summary>Id of the provision that states it.</summary>
    public required string Id { get; init; }

    /// <summary>The queue that takes them in its hours.</summary>
    public required string Queue { get; init; }

    /// <summary>The queue outside those hours; null when the next rule decides then.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The feature that a plan needs for it, and the role of the person who takes them; null when every plan has it, and nobody in person does.</summary>
    public string? Role { get; init; }

    /// <summary>The channel that it is for; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>The support line whose tickets it is for; null for those of every line.</summary>
    public string? Line { get; init; }

    /// <summary>Calendar of the policy with its hours; null for those of the person assigned, or always.</summary>
    public string? CalendarId { get; init; }

    /// <summary>Where it is stated.</summary>
    public required string Source { get; init; }
}
