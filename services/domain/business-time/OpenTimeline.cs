using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>
/// The table of one calendar, grown when a question reaches beyond it. A larger table replaces the smaller as a whole, so readers need no lock
/// and a question keeps the table it began with. Growth at least doubles or adds a century,
/// so its cost is spread over the range; past two centuries it begins anew where the question is.
/// </summary>
internal sealed class OpenTimeline(OpeningHours hours, DateTimeZone zone)
{
    private const long Year = 366 * NodaConstants.NanosecondsPerDay;
    private const long MostPadding = 100 * Year;

    // The totals of the whole range, 300 years, do not fit 64 bits of nanoseconds. A question reaches 20 years beyond this.
    private const long MostSpan = 200 * Year;

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

            var padding = old is null ? Year : Math.Min(old.To - old.From, MostPadding);
            var wantedFrom = old is not null && from > old.From ? old.From : Math.Max(from - padding, CalendarRange.First);
            var wantedTo = old is not null && to < old.To ? old.To : to >= CalendarRange.Last - padding ? CalendarRange.Last : to + padding;
            if ((wantedTo / 2) - (wantedFrom / 2) > MostSpan / 2)
            {
                (wantedFrom, wantedTo) = (Math.Max(from - Year, CalendarRange.First), Math.Min(to + Year, CalendarRange.Last));
            }

            var grown = OpenTable.Build(hours, zone, wantedFrom, wantedTo);
            _table = grown;
            return grown;
        }
    }
}
