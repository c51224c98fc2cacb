using System.Diagnostics;
using System.Diagnostics.Metrics;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>The clock's instruments. One instance a process, made with the host: its gauges tell of the shards before any ticket is touched.</summary>
internal sealed class ClockMetrics : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SlaPlatform.Clocks";

    private static readonly double[] LatenessBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600];

    private readonly Meter meter;
    private readonly Counter<long> wakes;
    private readonly Counter<long> signals;
    private readonly Histogram<double> lateness;
    private readonly Histogram<double> append;

    public ClockMetrics(IMeterFactory factory, ShardGauges gauges)
    {
        meter = factory.Create(MeterName);
        wakes = meter.CreateCounter<long>("slaplatform.clocks.wakes", "{wake}", "Wakes served, fruitless ones too.");
        signals = meter.CreateCounter<long>("slaplatform.clocks.signals", "{signal}", "Signals raised, by kind.");
        lateness = meter.CreateHistogram(
            "slaplatform.clocks.lateness",
            "s",
            "From when a signal was owed and known to be, to when it was raised.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = LatenessBounds });
        append = meter.CreateHistogram<double>("slaplatform.clocks.append.duration", "s", "Storing a turn in Redis.");
        meter.CreateObservableGauge("slaplatform.clocks.armed_tickets", () => gauges.Armed, "{ticket}", "Tickets with a pending wake in this process' shards.");
        meter.CreateObservableGauge("slaplatform.clocks.open_tickets", () => gauges.Open, "{ticket}", "Tickets not closed or merged in this process' shards, as of the last count.");
        meter.CreateObservableGauge("slaplatform.clocks.oldest_overdue", () => gauges.OldestOverdue.TotalSeconds, "s", "How long the oldest entry of the due index is past and not served.");
    }

    public void Woken() => wakes.Add(1);

    public void Appended(TimeSpan duration) => append.Record(duration.TotalSeconds);

    public void Raised(Signal signal)
    {
        signals.Add(1, new TagList { { "kind", signal.Kind.ToString() } });
        if (signal.Kind != SignalKind.Retracted)
        {
            lateness.Record(signal.Lateness.TotalSeconds);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();
}
