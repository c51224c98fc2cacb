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
    private const string LatenessName = "slaplatform.clocks.lateness";
    private const string WakesName = "slaplatform.clocks.wakes";

    private readonly Lock guard = new();
    private readonly Dictionary<string, double> gauges = [];
    private List<double> lateness = [];
    private long wakes;

    public static void Start() => new Thread(new Probe().Run) { IsBackground = true, Name = "benchmark-probe" }.Start();

    private void Run()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Meter.Name == Meter)
            {
                on.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Take(instrument, value));
        listener.Start();
        while (Console.In.ReadLine() is { } question)
        {
            Console.Out.WriteLine(ProbeAnswer.Mark + JsonSerializer.Serialize(Answer(question, listener)));
            Console.Out.Flush();
        }

        Process.GetCurrentProcess().Kill();
    }

    private void Take(Instrument instrument, double value)
    {
        lock (guard)
        {
            switch (instrument)
            {
                case { Name: LatenessName }:
                    lateness.Add(value);
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
                Lateness = question == "lateness" ? [.. lateness.Order()] : [],
                PauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
                ProcessorSeconds = process.TotalProcessorTime.TotalSeconds,
            };
            if (question == "reset")
            {
                (lateness, wakes) = (new List<double>(100_000), 0);
            }

            return answer;
        }
    }
}
