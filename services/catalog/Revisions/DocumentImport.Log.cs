using NodaTime;

namespace SlaPlatform.Catalog.Revisions;

internal sealed partial class DocumentImport
{
    [LoggerMessage(2001, LogLevel.Information, "Policy {Policy} has the bundled revision {Revision} from {EffectiveTime} on")]
    private partial void LogImported(string policy, string revision, Instant effectiveTime);

    [LoggerMessage(2002, LogLevel.Warning, "The bundled document of policy {Policy} differs from all of its revisions and is not used, because a later or published one rules; publish it to use it")]
    private partial void LogLeftOut(string policy);

    [LoggerMessage(2003, LogLevel.Warning, "The bundled documents are not imported yet: {Reason}")]
    private partial void LogNotImported(string reason);
}
