using Google.Protobuf;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>A mutation as the idempotency rule sees it.</summary>
/// <param name="RequestId">The caller's UUID, in one spelling.</param>
/// <param name="Digest">Of what is asked.</param>
/// <param name="AccountId">The existing account that it touches, or null when it makes one.</param>
internal sealed record ChangeRequest(string RequestId, string Digest, string? AccountId)
{
    public static ChangeRequest Of(IMessage request, string requestId, string? accountId) => new(requestId, RequestDigest.Of(request), accountId);
}
