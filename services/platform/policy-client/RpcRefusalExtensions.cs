using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.PolicyClient;

/// <summary>Reads the reason of a refusal by one of the services.</summary>
internal static class RpcRefusalExtensions
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    public static ErrorReason GetReason(this RpcException refusal)
    {
        if (refusal.Trailers.Get(DetailsTrailer) is not { ValueBytes: { } bytes })
        {
            return ErrorReason.Unspecified;
        }

        var info = Google.Rpc.Status.Parser.ParseFrom(bytes).Details
            .Where(detail => detail.Is(ErrorInfo.Descriptor))
            .Select(detail => detail.Unpack<ErrorInfo>())
            .FirstOrDefault(detail => detail.Domain == ErrorReasonNames.Domain);
        return info is null ? ErrorReason.Unspecified : ErrorReasonNames.FromWireName(info.Reason);
    }
}
