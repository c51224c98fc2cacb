using NodaTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>How far question and answer lie apart.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Elapsed">As elapsed time.</param>
internal sealed record Distance(string Name, Duration Elapsed)
{
    public static IReadOnlyList<Distance> All { get; } =
    [
        new("an hour", Duration.FromHours(1)), new("a month", Duration.FromDays(30)), new("ten years", Duration.FromDays(3652)),
    ];
}
