using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

public sealed class HistogramCountTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void MostOf_EveryBucket_HoldsWhatFallsIntoItAndIsASixteenthWide()
    {
        var values = Enumerable.Range(0, 5000).Select(number => (long)number)
            .Concat(Enumerable.Range(13, 40).SelectMany(exponent => new[] { (1L << exponent) - 1, 1L << exponent, (1L << exponent) + 1 }));

        Assert.All(values, value => Assert.InRange(HistogramCount.MostOf(HistogramCount.BucketOf(value)), value, value + (value / 16)));
        Assert.All(values, value => Assert.Equal(
            HistogramCount.BucketOf(value) + 1, HistogramCount.BucketOf(HistogramCount.MostOf(HistogramCount.BucketOf(value)) + 1)));
    }

    [Fact]
    public void Percentile_OfAHundredValues_IsTheRankedOneToASixteenth()
    {
        var histogram = new SlidingHistogram(TimeSpan.FromHours(1), _time);
        foreach (var milliseconds in Enumerable.Range(1, 100))
        {
            histogram.Record(milliseconds / 1000.0);
        }

        var count = histogram.Read();

        Assert.Equal(100, count.Total);
        Assert.InRange(count.Percentile(0.5)!.Value, Duration.FromMilliseconds(50), Duration.FromMilliseconds(50 * 17 / 16.0));
        Assert.InRange(count.Percentile(0.99)!.Value, Duration.FromMilliseconds(99), Duration.FromMilliseconds(100));
        Assert.Equal(Duration.FromMilliseconds(100), count.Greatest());
    }

    [Fact]
    public void Percentile_OfTwoSilos_IsThatOfAllTheirValues()
    {
        var (few, many) = (new SlidingHistogram(TimeSpan.FromHours(1), _time), new SlidingHistogram(TimeSpan.FromHours(1), _time));
        few.Record(9);
        foreach (var _ in Enumerable.Range(0, 99))
        {
            many.Record(0.000_003);
        }

        var both = few.Read().With(many.Read());

        Assert.Equal((Duration.FromMilliseconds(0.003), Duration.FromMilliseconds(0.003)), (both.Percentile(0.5), both.Percentile(0.99)));
        Assert.Equal(Duration.FromSeconds(9), both.Greatest());
    }

    [Fact]
    public void Read_AfterTheWindow_HasForgotten()
    {
        var histogram = new SlidingHistogram(TimeSpan.FromHours(1), _time);
        histogram.Record(5);
        _time.Advance(TimeSpan.FromMinutes(30));
        histogram.Record(1);

        _time.Advance(TimeSpan.FromMinutes(25));
        var within = histogram.Read();
        _time.Advance(TimeSpan.FromMinutes(10));
        var after = histogram.Read();
        _time.Advance(TimeSpan.FromHours(5));

        Assert.Equal((2, Duration.FromSeconds(5)), (within.Total, within.Greatest()));
        Assert.Equal((1, Duration.FromSeconds(1)), (after.Total, after.Greatest()));
        Assert.Null(histogram.Read().Percentile(0.5));
    }
}
