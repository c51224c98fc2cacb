using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Clocks.Services;

/// <summary>Failures of what the clock stands on: Redis, the other silos, the event feed.</summary>
internal sealed class ClockFailures : IFailureClassifier
{
    public RefusalException? Classify(Exception failure) => failure switch
    {
        JournalUnavailableException => Refusals.Unavailable(ResourceNames.Redis, Upstream.RetryAfter),
        OrleansException or TimeoutException => Refusals.Unavailable(ResourceNames.Clocks, Upstream.RetryAfter),
        WatchEndedException { Why: WatchEnd.Stopping } => Refusals.NotReady(ResourceNames.Clocks, Upstream.RetryAfter),
        WatchEndedException { Why: WatchEnd.TooSlow } slow => Refusals.WatcherTooSlow(slow.Token.ToBytes()),
        WatchEndedException => Refusals.FailedPrecondition(
            ErrorReason.ResumeTokenExpired, "resume_token", "The events after the resume token are no longer kept; list the tickets, then watch from the token that the list gives."),
        _ => null,
    };
}
