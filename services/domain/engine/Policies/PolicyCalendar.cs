using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>A calendar of a policy.</summary>
/// <param name="Definition">Its windows and exceptions.</param>
/// <param name="TakesHolidays">Whether the subscription's holidays close it.</param>
/// <param name="Overridable">Whether a subscription may give other windows.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record PolicyCalendar(BusinessCalendar Definition, bool TakesHolidays, bool Overridable, string Source)
{
    /// <summary>Whether the zone is taken from the subscription.</summary>
    public bool InAccountZone => Definition.ZoneId == BusinessCalendar.AccountZone;
}
