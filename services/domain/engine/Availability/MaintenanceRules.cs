using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Availability;

/// <summary>What a policy asks of scheduled maintenance: its provision <c>scheduled-maintenance</c>.</summary>
public sealed record MaintenanceRules
{
    /// <summary>The id of the provision.</summary>
    public const string ProvisionId = "scheduled-maintenance";

    private MaintenanceRules(Duration notice, string? calendarId)
    {
        Notice = notice;
        CalendarId = calendarId;
    }

    /// <summary>How long before it begins it is announced (<c>notice</c>); zero when nothing is stated.</summary>
    public Duration Notice { get; }

    /// <summary>The calendar of the hours in which it is planned where possible (<c>calendar</c>), or null.</summary>
    public string? CalendarId { get; }

    /// <summary>The rules of a policy; null when it has none.</summary>
    /// <exception cref="InvalidOperationException">The provision's values cannot be read, which no policy document passes with.</exception>
    public static MaintenanceRules? Of(Policy policy) =>
        policy.Provisions.FirstOrDefault(provision => provision.Id == ProvisionId) is { } provision
            ? Read(provision.Values, policy.Calendars.ContainsKey).OrThrow()
            : null;

    /// <summary>Reads the values of the provision.</summary>
    /// <param name="values">The values.</param>
    /// <param name="hasCalendar">Whether the policy has a calendar.</param>
    /// <returns>The rules, or every value that is not understood, under its own name.</returns>
    public static Validated<MaintenanceRules> Read(IReadOnlyDictionary<string, string> values, Func<string, bool> hasCalendar)
    {
        var faults = new List<Violation>();
        var notice = Duration.Zero;
        if (values.TryGetValue("notice", out var text))
        {
            if (Amount.Parse(text, "notice") is Validated<Amount>.Valid { Value: Amount.OpenTime amount })
            {
                notice = amount.Duration;
            }
            else
            {
                faults.Add(new Violation("notice", $"\"{text}\" is no time; write such as 8h."));
            }
        }

        var calendar = values.GetValueOrDefault("calendar");
        if (calendar is not null && !hasCalendar(calendar))
        {
            faults.Add(new Violation("calendar", $"\"{calendar}\" is no calendar of the policy."));
        }

        return Validated.From(faults, () => new MaintenanceRules(notice, calendar));
    }

    /// <summary>Whether maintenance lies wholly within the hours that are planned for it; not where none are.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="zone">The account's zone, for calendars that follow it.</param>
    /// <param name="window">The maintenance.</param>
    public bool IsPlanned(Policy policy, DateTimeZone zone, Interval window)
    {
        if (CalendarId is not { } id)
        {
            return false;
        }

        var definition = policy.Calendars[id].Definition;
        var hours = definition.ZoneId == BusinessCalendar.AccountZone ? definition.Compile(zone) : definition.Compile();
        return hours.Measure(window.Start, window.End) == window.Duration;
    }
}
