using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>Due times of amounts on a calendar, with their derivation.</summary>
/// <remarks>
/// Business days of <see cref="BusinessDay.SameTime"/> count open dates, local dates with open time on them. Counting begins at the next opening
/// (the start itself when open): a start on a closed date, before opening or after closing counts as that opening. The due time is that opening's local time on
/// the nth open date after its date, also when nothing is open then. Zero days are the start itself.
/// </remarks>
public static class DueTimes
{
    /// <summary>When an amount that starts at an instant is due.</summary>
    /// <param name="calendar">Counts open time and business days; its zone serves civil days and months.</param>
    /// <param name="start">Where counting begins.</param>
    /// <param name="amount">What to add.</param>
    /// <exception cref="CalendarHorizonException">The due time is beyond the horizon.</exception>
    /// <exception cref="InvalidOperationException">Business days on a calendar without one; ask <see cref="BusinessCalendar.Refusal"/> first.</exception>
    public static Instant Add(CompiledCalendar calendar, Instant start, Amount amount) => amount switch
    {
        Amount.OpenTime open => calendar.Add(start, open.Duration),
        Amount.BusinessDays days => AddBusinessDays(calendar, start, days),
        Amount.CalendarDays days => CivilTime.AddDays(start, days.Count, calendar.Zone),
        Amount.CalendarMonths months => CivilTime.AddMonths(start, months.Count, calendar.Zone),
        _ => throw new ArgumentOutOfRangeException(nameof(amount), amount.GetType().Name, "The kind of amount is unknown."),
    };

    /// <summary>The due time with the segments that lead to it: those of the calendar for open time, one elapsed segment for civil amounts and for days of the same time.</summary>
    /// <inheritdoc cref="Add"/>
    public static Derivation Derive(CompiledCalendar calendar, Instant start, Amount amount)
    {
        var due = Add(calendar, start, amount);
        if (CountsOpenTime(calendar, amount))
        {
            return new(start, amount, due, calendar.Segments(start, due));
        }

        return new(start, amount, due, start == due ? [] : [new CalendarSegment(start, due, SegmentKind.Elapsed)]);
    }

    /// <summary>The open time an amount stands for on a calendar; null for civil amounts, business days of the same time, and calendars without a business day.</summary>
    public static Duration? OpenTimeOf(CompiledCalendar calendar, Amount amount) => amount switch
    {
        Amount.OpenTime open => open.Duration,
        Amount.BusinessDays days => calendar.BusinessDayLength * days.Count,
        _ => null,
    };

    private static bool CountsOpenTime(CompiledCalendar calendar, Amount amount) => OpenTimeOf(calendar, amount) is not null;

    private static Instant AddBusinessDays(CompiledCalendar calendar, Instant start, Amount.BusinessDays days)
    {
        if (calendar.Definition.Refusal(days, "amount") is { } refusal)
        {
            throw new InvalidOperationException(refusal.Description);
        }

        return OpenTimeOf(calendar, days) is { } openTime ? calendar.Add(start, openTime) : SameTimeLater(calendar, start, days.Count);
    }

    private static Instant SameTimeLater(CompiledCalendar calendar, Instant start, int count)
    {
        if (count == 0)
        {
            return start;
        }

        var anchor = calendar.NextOpening(start).InZone(calendar.Zone).LocalDateTime;
        var date = anchor.Date;
        for (var i = 0; i < count; i++)
        {
            date = calendar.NextOpening(CivilTime.LatestStartOf(date.PlusDays(1), calendar.Zone)).InZone(calendar.Zone).Date;
        }

        var due = CivilTime.AtLocal(date + anchor.TimeOfDay, calendar.Zone);
        return due - start <= CalendarRange.Horizon ? due : throw new CalendarHorizonException($"{count} business days from {start} need more than 20 years of calendar; ask for less.");
    }
}
