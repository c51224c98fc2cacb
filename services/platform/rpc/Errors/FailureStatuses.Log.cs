using Grpc.Core;
using Microsoft.Extensions.Logging;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

public sealed partial class FailureStatuses
{
    [LoggerMessage(1001, LogLevel.Error, "{Method} failed unexpectedly; trace id {TraceId}")]
    private partial void LogDefect(Exception failure, string method, string traceId);

    [LoggerMessage(1002, LogLevel.Warning, "{Method} failed because of a dependency: {Reason}")]
    private partial void LogDependencyFailed(Exception failure, string method, ErrorReason reason);

    [LoggerMessage(1003, LogLevel.Warning, "{Method} ends as a call of another service did: {Code}")]
    private partial void LogDownstreamFailed(string method, StatusCode code);
}
