using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>What a subscription adds to a plan: its zone, readings, holidays and own hours.</summary>
public sealed record ServiceTerms
{
    /// <summary>The account's IANA zone, for calendars in the account's zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The chosen answer for each reading; readings left out take their default.</summary>
    public ImmutableSortedDictionary<string, string> Readings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The dates closed in the calendars that take the account's holidays.</summary>
    public ImmutableArray<CalendarException> Holidays { get; init; } = [];

    /// <summary>Other windows for the policy's overridable calendars, by calendar id.</summary>
    public ImmutableSortedDictionary<string, BusinessCalendar> CalendarOverrides { get; init; } = ImmutableSortedDictionary<string, BusinessCalendar>.Empty;

    /// <inheritdoc/>
    public bool Equals(ServiceTerms? other) => other is not null && TimeZone == other.TimeZone
        && Readings.SequenceEqual(other.Readings) && Holidays.SequenceEqual(other.Holidays)
        && CalendarOverrides.SequenceEqual(other.CalendarOverrides);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TimeZone, Readings.Count, Holidays.Length, CalendarOverrides.Count);
}
