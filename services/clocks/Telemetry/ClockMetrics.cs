using System.Diagnostics;
using System.Diagnostics.Metrics;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Telemetry;

/// <summary>The clock's instruments, named and measured as services/docs/metrics.md lists them. One instance a process, made with the host: its gauges tell of the shards before any ticket is touched.</summary>
internal sealed class ClockMetrics : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SlaPlatform.Clocks";

    /// <summary>The lateness of signals, which <see cref="RecentFigures"/> reads as well.</summary>
    public const string LatenessName = "slaplatform.clocks.lateness";

    /// <summary>The duration of appends, which <see cref="RecentFigures"/> reads as well.</summary>
    public const string AppendName = "slaplatform.clocks.append.duration";

    private static readonly double[] LatenessBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600];
    private static readonly double[] AppendBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    private readonly Counter<long> wakes;
    private readonly Counter<long> signals;
    private readonly Histogram<double> lateness;
    private readonly Histogram<double> append;
    private readonly UpDownCounter<long> watches;
    private readonly Counter<long> cutOff;

    public ClockMetrics(IMeterFactory factory, ShardGauges gauges)
    {
        Meter = factory.Create(MeterName);
        wakes = Meter.CreateCounter<long>("slaplatform.clocks.wakes", "{wake}", "Wakes served, fruitless ones too.");
        signals = Meter.CreateCounter<long>("slaplatform.clocks.signals", "{signal}", "Signals raised, by kind.");
        lateness = Histogram(LatenessName, "From when a signal was owed and known to be, to when it was raised.", LatenessBounds);
        append = Histogram(AppendName, "Storing a turn in Redis.", AppendBounds);
        watches = Meter.CreateUpDownCounter<long>("slaplatform.clocks.watches", "{watch}", "Watches under way.");
        cutOff = Meter.CreateCounter<long>("slaplatform.clocks.watches.cut_off", "{watch}", "Watches that the service ended, by reason.");
        Meter.CreateObservableUpDownCounter("slaplatform.clocks.armed_tickets", () => gauges.Armed, "{ticket}", "Tickets with a pending wake in this process' shards.");
        Meter.CreateObservableUpDownCounter("slaplatform.clocks.open_tickets", () => gauges.Open, "{ticket}", "Tickets not closed or merged in this process' shards, as of the last count.");
        Meter.CreateObservableUpDownCounter("slaplatform.clocks.overdue_wakes", () => gauges.Overdue, "{wake}", "Entries of the due index that are past and not served, as of the last count.");
        Meter.CreateObservableGauge("slaplatform.clocks.oldest_overdue", () => gauges.OldestOverdue.TotalSeconds, "s", "How long the oldest of them is past.");
        Meter.CreateObservableGauge("slaplatform.clocks.oldest_count", () => gauges.OldestCount.TotalSeconds, "s", "How long ago the shard counted whose count is the oldest in this process.");
        Meter.CreateObservableUpDownCounter("slaplatform.clocks.shards.held", () => gauges.HeldShards, "{shard}", "Shards that this process holds.");
    }

    /// <summary>The meter of all instruments here.</summary>
    public Meter Meter { get; }

    /// <summary>Counts a wake that was served; one that was not is tried again.</summary>
    public WakeReply Woken(WakeReply wake)
    {
        wakes.Add(wake.Served ? 1 : 0);
        return wake;
    }

    public void Appended(TimeSpan duration) => append.Record(duration.TotalSeconds);

    public void Raised(Signal signal)
    {
        signals.Add(1, new TagList { { "slaplatform.signal.kind", signal.Kind.ToString() } });
        if (signal.Kind != SignalKind.Retracted)
        {
            lateness.Record(signal.Lateness.TotalSeconds);
        }
    }

    public void WatchBegan() => watches.Add(1);

    /// <param name="why">Why the service ended it; null when the watcher did.</param>
    public void WatchEnded(WatchEnd? why)
    {
        watches.Add(-1);
        if (why is not null)
        {
            cutOff.Add(1, new TagList { { "slaplatform.watch.end", why.ToString() } });
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Meter.Dispose();

    private Histogram<double> Histogram(string name, string description, double[] bounds) =>
        Meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
