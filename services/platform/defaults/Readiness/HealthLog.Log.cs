using Microsoft.Extensions.Logging;

namespace SlaPlatform.ServiceDefaults.Readiness;

internal sealed partial class HealthLog
{
    [LoggerMessage(9001, LogLevel.Error, "The service is not ready, its check '{Check}' fails: {Reason}")]
    private partial void Fails(Exception? exception, string check, string reason);

    [LoggerMessage(9002, LogLevel.Information, "The check '{Check}' passes again")]
    private partial void Passes(string check);
}
