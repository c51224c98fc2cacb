using NodaTime;

namespace SlaPlatform.Catalog.Revisions;

internal sealed partial class PolicyPublisher
{
    [LoggerMessage(2005, LogLevel.Information, "Policy {Policy} has the published revision {Revision} from {EffectiveTime} on")]
    private partial void LogPublished(string policy, string revision, Instant effectiveTime);
}
