using System.Diagnostics.Metrics;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>How long checks take, and whether their inputs were cached: the hit ratio is the share of <c>cache</c> in the histogram's counts.</summary>
internal sealed class CheckMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SlaPlatform.Entitlements";

    /// <summary>The duration of checks.</summary>
    public const string DurationName = "slaplatform.entitlements.check.duration";

    /// <summary>Where the inputs came from: <c>cache</c> or <c>store</c>.</summary>
    public const string InputsTag = "slaplatform.check.inputs";

    private static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;

    public CheckMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(MeterName);
        _duration = _meter.CreateHistogram(DurationName, "s", "Entitlement checks, by where their inputs came from.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
    }

    /// <summary>Counts a check.</summary>
    public void Checked(TimeSpan duration, bool isCached) => _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(InputsTag, isCached ? "cache" : "store"));

    public void Dispose() => _meter.Dispose();
}
