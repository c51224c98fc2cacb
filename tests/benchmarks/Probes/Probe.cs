using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace SlaPlatform.Benchmarks.Probes;

/// <summary>
/// Inside a host that is measured: listens to the metrics that it publishes, and answers questions on its standard input (<c>heap</c>, <c>metrics</c>,
/// <c>lateness</c>, <c>reset</c>). The end of the input ends the host, so that none outlives the benchmark.
/// </summary>
internal sealed class Probe
{
    private const string Meter = "SlaPlatform.Clocks";
    private const string ChecksMeter = "SlaPlatform.Entitlements";
    private const string ChecksName = "slaplatform.entitlements.check.duration";
    private const string InputsTag = "slaplatform.check.inputs";
    private const string LatenessName = "slaplatform.clocks.lateness";
    private const string WakesName = "slaplatform.clocks.wakes";

    private readonly Lock guard = new();
    private readonly Dictionary<string, double> gauges = [];
    private List<double> lateness = [];
    private readonly Dictionary<string, long> checks = [];
    private long wakes;

    public static void Start() => new Thread(new Probe().Run) { IsBackground = true, Name = "benchmark-probe" }.Start();

    private void Run()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Meter.Name is Meter or ChecksMeter)
            {
                on.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
        while (Console.In.ReadLine() is { } question)
        {
            Console.Out.WriteLine(ProbeAnswer.Mark + JsonSerializer.Serialize(Answer(question, listener)));
            Console.Out.Flush();
        }

        Process.GetCurrentProcess().Kill();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (guard)
        {
            switch (instrument)
            {
                case { Name: LatenessName }:
                    lateness.Add(value);
                    break;
                case { Name: ChecksName }:
                    Count(tags);
                    break;
                case { Name: WakesName }:
                    wakes += (long)value;
                    break;
                case { IsObservable: true }:
                    gauges[instrument.Name] = value;
                    break;
            }
        }
    }

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (tag, value) in tags)
        {
            if (tag == InputsTag && value is string inputs)
            {
                checks[inputs] = checks.GetValueOrDefault(inputs) + 1;
            }
        }
    }

    private ProbeAnswer Answer(string question, MeterListener listener)
    {
        if (question == "heap")
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        listener.RecordObservableInstruments();
        using var process = Process.GetCurrentProcess();
        lock (guard)
        {
            var answer = new ProbeAnswer
            {
                HeapBytes = GC.GetTotalMemory(forceFullCollection: false),
                ResidentBytes = process.WorkingSet64,
                Gauges = new Dictionary<string, double>(gauges),
                Wakes = wakes,
                Checks = new Dictionary<string, long>(checks),
                Lateness = question == "lateness" ? [.. lateness.Order()] : [],
                PauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
                ProcessorSeconds = process.TotalProcessorTime.TotalSeconds,
            };
            if (question == "reset")
            {
                (lateness, wakes) = (new List<double>(100_000), 0);
                checks.Clear();
            }

            return answer;
        }
    }
}
