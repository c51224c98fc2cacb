using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Contracts.Errors;

/// <summary>Reads what one of these services refused, on the side of its caller.</summary>
public static class RefusalReading
{
    /// <summary>The <c>ErrorInfo</c> of the refusal; null when none of these services gave one, as when nobody answered.</summary>
    /// <param name="refusal">The failed call.</param>
    public static ErrorInfo? GetErrorInfo(this RpcException refusal) =>
        refusal.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Domain: ErrorReasonNames.Domain } info ? info : null;

    /// <summary>The reason of the refusal; unspecified when there is none or this version does not know it.</summary>
    /// <param name="refusal">The failed call.</param>
    public static ErrorReason GetReason(this RpcException refusal) =>
        refusal.GetErrorInfo() is { } info ? ErrorReasonNames.FromWireName(info.Reason) : ErrorReason.Unspecified;
}
