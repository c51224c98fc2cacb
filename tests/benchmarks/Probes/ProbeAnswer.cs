namespace SlaPlatform.Benchmarks.Probes;

/// <summary>What the probe in a host says.</summary>
internal sealed record ProbeAnswer
{
    /// <summary>How a line begins that is an answer and no log.</summary>
    public const string Mark = "@probe ";

    /// <summary>Bytes of the managed heap that are in use; after a full collection when one was asked for.</summary>
    public long HeapBytes { get; init; }

    /// <summary>Bytes of memory that the process occupies.</summary>
    public long ResidentBytes { get; init; }

    /// <summary>The metrics named in <see cref="Probe"/>, as last published.</summary>
    public Dictionary<string, double> Gauges { get; init; } = [];

    /// <summary>Entitlement checks since the last reset, by where their inputs came from: <c>cache</c> or <c>store</c>.</summary>
    public Dictionary<string, long> Checks { get; init; } = [];

    /// <summary>Wakes served since the last reset.</summary>
    public long Wakes { get; init; }

    /// <summary>Lateness of each signal since the last reset, in seconds, in order; only when asked for.</summary>
    public double[] Lateness { get; init; } = [];

    /// <summary>How long the collector stopped the process since it started, in seconds.</summary>
    public double PauseSeconds { get; init; }

    /// <summary>Processor time used since it started, in seconds.</summary>
    public double ProcessorSeconds { get; init; }
}
