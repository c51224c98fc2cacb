using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// A sound definition of when time counts: weekly windows in local wall-clock time, dated exceptions, a zone.
/// An instant is open if its wall-clock reading lies in a window, half-open; readings that a zone change skips do not exist,
/// readings that it repeats count both times. Immutable; equal when all parts are, lists in order.
/// </summary>
public sealed record BusinessCalendar
{
    /// <summary>The zone id of a calendar whose zone comes from the account; compiling it needs a zone.</summary>
    public const string AccountZone = "account";

    /// <summary>The most weekly windows a calendar may have.</summary>
    public const int MostWindows = 200;

    /// <summary>The most exceptions a calendar may have.</summary>
    public const int MostExceptions = 5000;

    private BusinessCalendar(
        string id, string zoneId, ImmutableArray<WeeklyWindow> windows, ImmutableArray<CalendarException> exceptions, BusinessDay? businessDay, bool isAlways)
    {
        Id = id;
        ZoneId = zoneId;
        Windows = windows;
        Exceptions = exceptions;
        BusinessDay = businessDay;
        IsAlways = isAlways;
    }

    /// <summary>What policies call the calendar; 1 to 100 characters.</summary>
    public string Id { get; }

    /// <summary>An IANA zone id, or <see cref="AccountZone"/>.</summary>
    public string ZoneId { get; }

    /// <summary>The weekly windows as given; empty when always open.</summary>
    public ImmutableArray<WeeklyWindow> Windows { get; }

    /// <summary>The exceptions as given.</summary>
    public ImmutableArray<CalendarException> Exceptions { get; }

    /// <summary>
    /// What a business day means: as given, else the open time of a weekday when all weekdays that open have equally much, else null:
    /// amounts in business days are refused then.
    /// </summary>
    public BusinessDay? BusinessDay { get; }

    /// <summary>Whether the calendar was made as always open; its time is elapsed time and its business day 24 hours.</summary>
    public bool IsAlways { get; }

    /// <summary>A calendar without closed time.</summary>
    /// <param name="zoneId">Counts for civil amounts only; an IANA id or <see cref="AccountZone"/>.</param>
    /// <param name="id">What policies call it.</param>
    /// <exception cref="ArgumentException">The zone is unknown; check given ids with <see cref="TimeZones.Find"/> first.</exception>
    public static BusinessCalendar Always(string zoneId = "UTC", string id = "24x7") =>
        zoneId == AccountZone || TimeZones.Find(zoneId, nameof(zoneId)).IsValid
            ? new(id, zoneId, [], [], new BusinessDay.Length(Duration.FromDays(1)), isAlways: true)
            : throw new ArgumentException($"\"{Shown.Text(zoneId)}\" is not an IANA time zone.", nameof(zoneId));

    /// <summary>Checks a definition and names everything wrong with it at once.</summary>
    /// <param name="id">1 to 100 characters. Field <c>id</c>.</param>
    /// <param name="zoneId">An IANA id or <see cref="AccountZone"/>. Field <c>zone</c>.</param>
    /// <param name="windows">At most <see cref="MostWindows"/>, none empty, none overlapping another. Fields <c>windows[i]</c> with <c>.day</c>, <c>.open</c>, <c>.close</c>.</param>
    /// <param name="exceptions">At most <see cref="MostExceptions"/>. Fields <c>exceptions[i]</c> with <c>.on</c>, <c>.name</c>, <c>.windows[j]</c>.</param>
    /// <param name="businessDay">Null for the default of <see cref="BusinessDay"/>. Field <c>business_day</c>.</param>
    public static Validated<BusinessCalendar> Create(
        string id,
        string zoneId,
        IEnumerable<WeeklyWindow> windows,
        IEnumerable<CalendarException>? exceptions = null,
        BusinessDay? businessDay = null)
    {
        ImmutableArray<WeeklyWindow> weekly = [.. windows];
        ImmutableArray<CalendarException> dated = [.. exceptions ?? []];
        var violations = CalendarChecks.Of(id, zoneId, weekly, dated, businessDay);
        if (violations.Count > 0)
        {
            return Validated.Invalid<BusinessCalendar>(violations);
        }

        var calendar = new BusinessCalendar(id, zoneId, weekly, dated, businessDay ?? UniformDay(weekly), isAlways: false);
        return CalendarChecks.NeverOpens(calendar)
            ? Validated.Invalid<BusinessCalendar>(new Violation("windows", "The calendar never opens; give at least one window that its exceptions leave open."))
            : Validated.Valid(calendar);
    }

    /// <summary>What is wrong with exceptions whatever calendar they are added to. Fields as of <see cref="Create"/>.</summary>
    /// <param name="exceptions">The holidays of an account, for example.</param>
    public static ImmutableArray<Violation> FaultsOf(ImmutableArray<CalendarException> exceptions) => CalendarChecks.Of(exceptions);

    /// <summary>The same calendar with further exceptions after its own, checked as a whole.</summary>
    /// <param name="further">The holidays of an account, for example; refused where they contradict the calendar's own.</param>
    public Validated<BusinessCalendar> WithExceptions(IEnumerable<CalendarException> further)
    {
        ImmutableArray<CalendarException> all = [.. Exceptions, .. further];
        return IsAlways && all.Length > 0
            ? Validated.Invalid<BusinessCalendar>(new Violation("exceptions", "A calendar that is always open has no exceptions; give it windows of 00:00-24:00 instead."))
            : all.Length == Exceptions.Length ? Validated.Valid(this) : Create(Id, ZoneId, Windows, all, BusinessDay);
    }

    /// <summary>Why the calendar cannot count an amount, or null when it can.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="field">The field a violation names.</param>
    public Violation? Refusal(Amount amount, string field) => amount is Amount.BusinessDays && BusinessDay is null
        ? new Violation(field, $"Calendar {Id} has weekdays of different length and no business day; give it a business_day or use hours.")
        : null;

    /// <summary>Prepares the calendar for questions. Cheap; tables are filled as questions need them, so keep and share the result.</summary>
    /// <param name="overrideZone">The zone to use instead of the calendar's own; required for <see cref="AccountZone"/>.</param>
    /// <exception cref="InvalidOperationException">The calendar's zone is the account's and none is given.</exception>
    public CompiledCalendar Compile(DateTimeZone? overrideZone = null)
    {
        if (overrideZone is null && ZoneId == AccountZone)
        {
            throw new InvalidOperationException($"Calendar {Id} takes its zone from the account; give it one.");
        }

        return new CompiledCalendar(this, overrideZone ?? DateTimeZoneProviders.Tzdb[ZoneId]);
    }

    /// <summary>Equal when all parts are equal, lists in order.</summary>
    public bool Equals(BusinessCalendar? other) => other is not null && Id == other.Id && ZoneId == other.ZoneId
        && IsAlways == other.IsAlways && BusinessDay == other.BusinessDay
        && Windows.SequenceEqual(other.Windows) && Exceptions.SequenceEqual(other.Exceptions);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Id, ZoneId, IsAlways, BusinessDay, Sequences.HashOf(Windows), Sequences.HashOf(Exceptions));

    private static BusinessDay.Length? UniformDay(ImmutableArray<WeeklyWindow> windows)
    {
        var lengths = windows.GroupBy(w => w.Day).Select(day => day.Sum(w => w.Hours.Length)).Distinct().Take(2).ToArray();
        return lengths.Length == 1 && lengths[0] <= NodaConstants.NanosecondsPerDay
            ? new BusinessDay.Length(Duration.FromNanoseconds(lengths[0]))
            : null;
    }
}
