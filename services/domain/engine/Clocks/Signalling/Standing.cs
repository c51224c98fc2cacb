namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>The signals of a record that stand: raised and not retracted since.</summary>
internal sealed class Standing
{
    private readonly Dictionary<SignalKey, Signal> raised = [];
    private readonly Dictionary<SignalKey, int> times = [];

    /// <summary>Those that stand, in due order whenever they were raised, so that late wakes do not change the order of retractions.</summary>
    public IEnumerable<Signal> Raised => raised.Values.OrderBy(signal => signal.DueTime).ThenBy(signal => signal.Id, StringComparer.Ordinal);

    public static Standing Of(IEnumerable<Signal> signals)
    {
        var standing = new Standing();
        foreach (var signal in signals)
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

    public int TimesRaised(SignalKey key) => times.GetValueOrDefault(key);
}
