namespace SlaPlatform.LocalHosting.Processes;

/// <summary>What happens when a child that was healthy exits by itself.</summary>
/// <param name="FirstDelay">The wait before the first restart; it doubles with each one that follows.</param>
/// <param name="LongestDelay">The bound of that wait.</param>
/// <param name="MostRestarts">How many in a row before the child is given up.</param>
/// <param name="ForgiveAfter">A child that stayed up this long starts counting anew.</param>
internal sealed record RestartPolicy(TimeSpan FirstDelay, TimeSpan LongestDelay, int MostRestarts, TimeSpan ForgiveAfter)
{
    internal static RestartPolicy Default { get; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10), 6, TimeSpan.FromMinutes(1));

    /// <summary>The wait before the n-th restart in a row, from 1.</summary>
    internal TimeSpan DelayBefore(int restart)
    {
        var doubled = FirstDelay * Math.Pow(2, restart - 1);
        return doubled < LongestDelay ? doubled : LongestDelay;
    }
}
