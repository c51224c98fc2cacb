using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Support;

/// <summary>What a caller sees of a refused call.</summary>
internal sealed record RefusedCall(StatusCode Code, string Message, ErrorInfo Info, BadRequest? Request, RetryInfo? Retry)
{
    public ErrorReason Reason => ErrorReasonNames.FromWireName(Info.Reason);

    /// <summary>Field, reason and description of each violation.</summary>
    public IReadOnlyList<(string Field, ErrorReason Reason, string Description)> Violations =>
        [.. Request?.FieldViolations.Select(violation => (violation.Field, ErrorReasonNames.FromWireName(violation.Reason), violation.Description)) ?? []];

    /// <summary>Makes a call that must be refused.</summary>
    public static async Task<RefusedCall> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        return Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
    }

    /// <summary>Reads how a call was refused.</summary>
    public static RefusedCall Of(RpcException failure)
    {
        var status = failure.GetRpcStatus();
        Assert.NotNull(status);
        var info = status.GetDetail<ErrorInfo>();
        Assert.NotNull(info);
        Assert.Equal(ErrorReasonNames.Domain, info.Domain);
        Assert.Equal(failure.StatusCode, (StatusCode)status.Code);
        return new RefusedCall(failure.StatusCode, failure.Status.Detail, info, status.GetDetail<BadRequest>(), status.GetDetail<RetryInfo>());
    }

    /// <summary>Asserts an INVALID_ARGUMENT with one violation, whose description holds a piece of advice.</summary>
    public void AssertField(ErrorReason reason, string field, string advice)
    {
        Assert.Equal(StatusCode.InvalidArgument, Code);
        Assert.Equal(reason, Reason);
        var violation = Assert.Single(Violations);
        Assert.Equal((field, reason), (violation.Field, violation.Reason));
        Assert.Contains(advice, violation.Description, StringComparison.Ordinal);
        Assert.Contains(advice, Message, StringComparison.Ordinal);
    }
}
