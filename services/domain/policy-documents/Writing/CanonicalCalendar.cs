using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalCalendar(Utf8JsonWriter json)
{
    public void Write(string id, PolicyCalendar calendar) => json.Object(id, () =>
    {
        var definition = calendar.Definition;
        json.WriteString("zone", definition.ZoneId);
        if (definition.IsAlways)
        {
            json.WriteString("windows", "always");
        }
        else
        {
            Windows(definition);
        }

        json.WriteBoolean("takes_holidays", calendar.TakesHolidays);
        json.WriteBoolean("overridable", calendar.Overridable);
        json.Source(calendar.Source);
    });

    private void Windows(BusinessCalendar definition)
    {
        json.Object("windows", () =>
        {
            foreach (var day in definition.Windows.GroupBy(window => window.Day))
            {
                json.Words(PolicyVocabulary.Weekdays.WordFor(day.Key), day.Select(window => window.Hours.ToString()));
            }
        });
        switch (definition.BusinessDay)
        {
            case BusinessDay.Length length:
                json.WriteString("business_day", new Amount.OpenTime(length.Duration).Format());
                break;
            case BusinessDay.SameTime:
                json.WriteString("business_day", "same_time");
                break;
            default:
                break;
        }

        json.List("exceptions", definition.Exceptions, exception => json.Object(null, () => Exception(exception)));
    }

    private void Exception(CalendarException exception)
    {
        On(exception.On);
        if (exception is CalendarException.Closed closed)
        {
            json.WriteString("closed", closed.Name);
        }
        else if (exception is CalendarException.OtherWindows other)
        {
            json.Words("windows", other.Windows.Select(window => window.ToString()));
        }
    }

    private void On(DateRule rule)
    {
        switch (rule)
        {
            case DateRule.OnDate on:
                json.WriteString("on", on.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateRule.EveryYear yearly:
                json.WriteString("every_year", new AnnualDate(yearly.Month, yearly.Day).ToString("MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateRule.EasterOffset easter:
                json.WriteNumber("easter", easter.Days);
                break;
            case DateRule.NthWeekday nth:
                json.Object("weekday", () =>
                {
                    json.WriteNumber("month", nth.Month);
                    json.WriteString("day", PolicyVocabulary.Weekdays.WordFor(nth.Weekday));
                    json.WriteNumber("occurrence", nth.Occurrence);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule.GetType().Name, "The kind of date rule is unknown.");
        }
    }
}
