using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Benchmarks.BusinessTime;

/// <summary>A question for all sides: when is <paramref name="Amount"/> of open time after <paramref name="Start"/>, and how much lies from there to <paramref name="End"/>.</summary>
internal sealed record Question(Instant Start, Duration Amount, Instant End)
{
    private const int Minutes = 366 * 24 * 60;

    /// <summary>Questions whose starts lie anywhere in 2024, always the same ones, so that no answer is a single lucky one.</summary>
    public static ImmutableArray<Question> Of(CompiledCalendar calendar, Distance distance, int count)
    {
        var random = new Random(20240229);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var start = Instant.FromUtc(2024, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(Minutes));
            var end = start + distance.Elapsed;
            // An hour that is closed all the time leaves nothing to add; an hour of open time is asked for then.
            var open = calendar.Measure(start, end);
            return new Question(start, open > Duration.Zero ? open : Duration.FromHours(1), end);
        })];
    }
}
