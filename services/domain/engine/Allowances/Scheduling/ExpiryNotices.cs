using System.Collections.Immutable;

namespace SlaPlatform.Engine.Allowances.Scheduling;

/// <summary>How long before its end the rest of a period is called to mind.</summary>
internal static class ExpiryNotices
{
    private const int LongestMonth = 31;

    private static readonly ImmutableArray<int> OfLongPeriods = [30, 7];
    private static readonly ImmutableArray<int> OfMonths = [7];

    /// <summary>Days before the end, the most first.</summary>
    public static ImmutableArray<int> For(int periodDays) => periodDays > LongestMonth ? OfLongPeriods : OfMonths;
}
