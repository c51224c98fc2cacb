namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>The signals of a record that stand: raised and not retracted since. After a checkpoint only those about what can still change.</summary>
internal sealed class Standing
{
    private readonly Dictionary<SignalKey, Signal> raised = [];
    private readonly Dictionary<SignalKey, int> times = [];

    /// <summary>Those that stand, in due order whenever they were raised, so that late wakes do not change the order of retractions.</summary>
    public IEnumerable<Signal> Raised => raised.Values.OrderBy(signal => signal.DueTime).ThenBy(signal => signal.Id, StringComparer.Ordinal);

    /// <summary>What was raised at all.</summary>
    public IEnumerable<SignalKey> Keys => times.Keys;

    public static Standing Of(TicketLog log)
    {
        var standing = new Standing();
        foreach (var kept in log.Since?.Signals ?? [])
        {
            standing.times[kept.Key] = kept.Times;
            if (kept.Standing is { } signal)
            {
                standing.raised[kept.Key] = signal;
            }
        }

        foreach (var signal in log.Signals)
        {
            if (signal.Kind == SignalKind.Retracted)
            {
                standing.raised.Remove(signal.Key);
            }
            else
            {
                standing.raised[signal.Key] = signal;
                standing.times[signal.Key] = standing.TimesRaised(signal.Key) + 1;
            }
        }

        return standing;
    }

    public bool Has(SignalKey key) => raised.ContainsKey(key);

    public Signal? Find(SignalKey key) => raised.GetValueOrDefault(key);

    public int TimesRaised(SignalKey key) => times.GetValueOrDefault(key);
}
