using SlaPlatform.Engine.Clocks.Folding;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>The warning before, and the closing of, a ticket that waits on the customer.</summary>
internal static class AutoCloseSignals
{
    public static IEnumerable<Candidate> Of(Timeline timeline)
    {
        foreach (var attempt in timeline.CloseAttempts)
        {
            if (attempt.Warns)
            {
                yield return new(new SignalKey(SignalKind.AutoCloseWarned, null, attempt.Sequence, "", attempt.WarnTime), attempt.WarnTime);
            }

            if (attempt.Closes)
            {
                yield return new(new SignalKey(SignalKind.AutoClosed, null, attempt.Sequence, "", attempt.CloseTime), attempt.CloseTime);
            }
        }
    }
}
