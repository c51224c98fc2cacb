using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

/// <summary>Turns whatever a method throws into a status with details, and logs defects. The one place where statuses are decided.</summary>
/// <param name="classifiers">The host's classifiers, asked in order of registration.</param>
/// <param name="logger">Where defects and failed dependencies are told.</param>
public sealed partial class FailureStatuses(IEnumerable<IFailureClassifier> classifiers, ILogger<FailureStatuses> logger)
{
    private static readonly TimeSpan DownstreamRetry = TimeSpan.FromSeconds(1);

    private readonly IFailureClassifier[] _classifiers = [.. classifiers];

    /// <summary>The status of a failure.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="method">The full name of the method, for the log.</param>
    /// <param name="cancellation">The token of the call: once it is cancelled, failures of reading and writing are its consequence.</param>
    public Google.Rpc.Status Of(Exception failure, string method, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested && failure is OperationCanceledException or IOException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            return new Google.Rpc.Status { Code = (int)StatusCode.Cancelled, Message = "The caller cancelled the call." };
        }

        if (failure is RpcException downstream && PassedOn(downstream) is { } status)
        {
            LogDownstreamFailed(method, downstream.StatusCode);
            return status;
        }

        return RefusalOf(failure, method).ToStatus();
    }

    private static Google.Rpc.Status? PassedOn(RpcException downstream)
    {
        if (downstream.GetErrorInfo() is not null)
        {
            return downstream.GetRpcStatus();
        }

        // What no service of the platform refused with a reason is no answer to this caller: its text stays here.
        return downstream.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded
            ? Refusals.Unavailable("a service behind this one", DownstreamRetry).ToStatus()
            : null;
    }

    private RefusalException RefusalOf(Exception failure, string method)
    {
        switch (failure)
        {
            case RefusalException refusal:
                return refusal;
            case CalendarHorizonException horizon:
                return Refusals.OutOfRange(ErrorReason.HorizonExceeded, horizon.Message);
        }

        foreach (var classifier in _classifiers)
        {
            if (classifier.Classify(failure) is { } refusal)
            {
                LogDependencyFailed(failure, method, refusal.Reason);
                return refusal;
            }
        }

        var traceId = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
        LogDefect(failure, method, traceId);
        return Refusals.Internal(traceId);
    }
}
