using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using CalendarException = SlaPlatform.BusinessTime.CalendarException;
using WireException = SlaPlatform.Contracts.Vocabulary.V1.CalendarException;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Reads dated exceptions that callers give, alone (an account's holidays) or as part of a calendar. Whether they fit together is checked by the calendar.</summary>
/// <param name="checks">Takes the violations.</param>
public sealed class ExceptionReader(RequestChecks checks)
{
    private const int MostWindows = 48;

    /// <summary>Reads exceptions in their order; faulty ones are left out.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="exceptions">The messages.</param>
    /// <param name="most">How many are allowed.</param>
    public ImmutableArray<CalendarException> Read(string field, IReadOnlyList<WireException> exceptions, int most)
    {
        if (!checks.Count(field, exceptions.Count, most))
        {
            return [];
        }

        return [.. exceptions.Select((exception, i) => Read(FieldPath.Item(field, i), exception)).OfType<CalendarException>()];
    }

    internal DailyWindow? Hours(string path, string open, string close)
    {
        var opens = TimeOfDay.Parse(open, FieldPath.Join(path, "open"));
        var closes = TimeOfDay.Parse(close, FieldPath.Join(path, "close"));
        checks.AddAll(opens.Violations, ErrorReason.InvalidWindow);
        checks.AddAll(closes.Violations, ErrorReason.InvalidWindow);
        return opens is Validated<TimeOfDay>.Valid { Value: var from } && closes is Validated<TimeOfDay>.Valid { Value: var until } ? new DailyWindow(from, until) : null;
    }

    private CalendarException? Read(string path, WireException exception)
    {
        var on = Rule(path, exception);
        var label = checks.Text(FieldPath.Join(path, "label"), exception.Label, Limits.TitleCharacters);
        if (exception.Windows.Count == 0)
        {
            if (exception.Label.Length == 0)
            {
                checks.Add(ErrorReason.FieldRequired, FieldPath.Join(path, "label"), "A closed date needs a name for derivations; give 1 to 200 characters, or windows.");
            }

            return on is not null && label.Length > 0 ? new CalendarException.Closed(on, label) : null;
        }

        if (!checks.Count(FieldPath.Join(path, "windows"), exception.Windows.Count, MostWindows))
        {
            return null;
        }

        var windows = exception.Windows.Select((window, i) => Hours(FieldPath.Item(FieldPath.Join(path, "windows"), i), window.Open, window.Close)).ToList();
        return on is not null && windows.TrueForAll(window => window is not null) ? new CalendarException.OtherWindows(on, windows.Select(window => window!)) : null;
    }

    private DateRule? Rule(string path, WireException exception)
    {
        switch (exception.OnCase)
        {
            case WireException.OnOneofCase.Date when exception.Date.TryToLocalDate(out var date):
                return new DateRule.OnDate(date);
            case WireException.OnOneofCase.Date:
                checks.Add(ErrorReason.TimeOutOfRange, FieldPath.Join(path, "date"), $"{exception.Date.Year}-{exception.Date.Month}-{exception.Date.Day} is no date; give year, month and day of one that exists.");
                return null;
            case WireException.OnOneofCase.EveryYear:
                return new DateRule.EveryYear(exception.EveryYear.Month, exception.EveryYear.Day);
            case WireException.OnOneofCase.NthWeekday:
                return new DateRule.NthWeekday(exception.NthWeekday.Month, exception.NthWeekday.Weekday.ToIsoDayOfWeek(), exception.NthWeekday.Occurrence);
            case WireException.OnOneofCase.EasterOffsetDays:
                return new DateRule.EasterOffset(exception.EasterOffsetDays);
            default:
                checks.Add(ErrorReason.FieldRequired, FieldPath.Join(path, "on"), "It says no date; give date, every_year, nth_weekday or easter_offset_days.");
                return null;
        }
    }
}
