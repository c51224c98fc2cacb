using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

/// <summary>Listens to all instruments of a meter.</summary>
internal sealed class Instruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _values = new();

    public Instruments(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                Published.Enqueue(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Take(instrument, value));
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument, value));
        _listener.Start();
    }

    public ConcurrentQueue<Instrument> Published { get; } = [];

    public double[] Values(string name) => _values.TryGetValue(name, out var values) ? [.. values] : [];

    /// <summary>Asks what is only told when asked, and gives the last value of one instrument.</summary>
    public double Observe(string name)
    {
        _listener.RecordObservableInstruments();
        return Values(name)[^1];
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value) => _values.GetOrAdd(instrument.Name, _ => []).Enqueue(value);
}
