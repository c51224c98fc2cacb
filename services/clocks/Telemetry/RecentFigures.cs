using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Health;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>The recent past of this process' histograms. It listens to the instruments themselves, so that health cannot say other than the metrics.</summary>
internal sealed class RecentFigures : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly SlidingHistogram lateness;
    private readonly SlidingHistogram appends;

    public RecentFigures(ClockMetrics metrics, IOptions<HealthOptions> options, TimeProvider clock)
    {
        lateness = new SlidingHistogram(options.Value.FiguresOver, clock);
        appends = new SlidingHistogram(options.Value.FiguresOver, clock);
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.Meter) && instrument.Name is ClockMetrics.LatenessName or ClockMetrics.AppendName)
            {
                self.EnableMeasurementEvents(instrument, instrument.Name == ClockMetrics.LatenessName ? lateness : appends);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, state) => ((SlidingHistogram)state!).Record(value));
        listener.Start();
    }

    /// <summary>Lateness of the signals raised.</summary>
    public HistogramCount Lateness => lateness.Read();

    /// <summary>Durations of the appends.</summary>
    public HistogramCount Appends => appends.Read();

    public void Dispose() => listener.Dispose();
}
