using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// The table of one calendar, grown when a question reaches beyond it. A larger table replaces the smaller as a whole, so readers need no lock
/// and a question keeps the table it began with. Growth at least doubles, so its cost is spread over the range.
/// </summary>
internal sealed class OpenTimeline(OpeningHours hours, DateTimeZone zone)
{
    private const long Year = 366 * NodaConstants.NanosecondsPerDay;

    private readonly Lock _growing = new();
    private volatile OpenTable? _table;

    /// <summary>A table that knows what lies at, just before and just after both instants, which are in order and within the supported range.</summary>
    public OpenTable Covering(long from, long to)
    {
        var table = _table;
        return Covers(table, from, to) ? table : Grow(from, to);
    }

    /// <summary>A table that reaches further to the right than the given one, which must end before <paramref name="limit"/>.</summary>
    public OpenTable Later(OpenTable table, long limit) => Covering(table.From, Math.Min(table.To + Year, limit));

    /// <summary>A table that reaches further to the left than the given one, which must begin after <paramref name="limit"/>.</summary>
    public OpenTable Earlier(OpenTable table, long limit) => Covering(Math.Max(table.From - Year, limit), table.To);

    private static bool Covers([NotNullWhen(true)] OpenTable? table, long from, long to) => table is not null
        && (table.From < from || table.From == CalendarRange.First)
        && (to < table.To || table.To == CalendarRange.Last);

    private OpenTable Grow(long from, long to)
    {
        lock (_growing)
        {
            var old = _table;
            if (Covers(old, from, to))
            {
                return old;
            }

            var padding = old is null ? Year : old.To - old.From;
            var wantedFrom = old is null || from <= old.From ? from - Math.Min(padding, from - CalendarRange.First) : old.From;
            var wantedTo = old is null || to >= old.To ? to + Math.Min(padding, CalendarRange.Last - to) : old.To;
            var grown = OpenTable.Build(hours, zone, wantedFrom, wantedTo);
            _table = grown;
            return grown;
        }
    }
}
