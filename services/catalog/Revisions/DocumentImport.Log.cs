namespace SlaPlatform.Catalog.Revisions;

internal sealed partial class DocumentImport
{
    [LoggerMessage(2001, LogLevel.Information, "Policy {Policy} is at revision {Revision}, from {File}")]
    private partial void LogImported(string policy, string revision, string file);
}
