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
        WatchEndedException { Why: WatchEnd.TooSlow } slow => TooSlow(slow.Token),
        WatchEndedException => Refusals.FailedPrecondition(
            ErrorReason.ResumeTokenExpired, "resume_token", "The events after the resume token are no longer kept; list the tickets, then watch from the token that the list gives."),
        _ => null,
    };

    private static RefusalException TooSlow(ResumeToken token)
    {
        var refusal = new RefusalException(
            Grpc.Core.StatusCode.Aborted, ErrorReason.WatcherTooSlow, "The watcher did not keep up with the events; resume from the token in the metadata.");
        var metadata = refusal.Metadata.Add("resume_token", Convert.ToBase64String(token.ToBytes()));
        return new RefusalException(refusal.Code, refusal.Reason, refusal.Message) { Metadata = metadata };
    }
}
