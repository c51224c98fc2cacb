using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Reads iCalendar text into holidays; the host gives the reader and the years that matter.</summary>
/// <param name="ics">The text, at most 1 MiB of characters.</param>
/// <param name="field">The field a violation names.</param>
public delegate Validated<ImmutableArray<CalendarException>> HolidayFileReader(string ics, string field);
