using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Connections;

/// <summary>Calls that ended and may go on over another connection.</summary>
internal static class LostCalls
{
    /// <summary>
    /// Whether the platform says that it is away, or only the connection was lost. The client calls a lost connection by different names: one whose host hangs,
    /// so that it answers no ping, it calls an internal error. One of a service has a reason.
    /// </summary>
    public static bool IsLost(this RpcException end) => end.StatusCode == StatusCode.Unavailable
        || (end.GetReason() == ErrorReason.Unspecified && end.StatusCode is StatusCode.Internal or StatusCode.Aborted or StatusCode.Unknown);
}
