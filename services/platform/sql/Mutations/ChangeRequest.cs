using Google.Protobuf;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Sql.Mutations;

/// <summary>A mutation as the idempotency rule sees it.</summary>
/// <param name="RequestId">The caller's UUID, in one spelling.</param>
/// <param name="Digest">Of what is asked.</param>
/// <param name="Subject">Id of the existing thing that it changes and that has one change at a time, such as an account; null when it makes one.</param>
public sealed record ChangeRequest(string RequestId, string Digest, string? Subject)
{
    /// <summary>Takes a request.</summary>
    /// <param name="request">The message.</param>
    /// <param name="requestId">Its UUID, checked and in one spelling.</param>
    /// <param name="subject">Id of what it changes; null when it makes one.</param>
    public static ChangeRequest Of(IMessage request, string requestId, string? subject) => new(requestId, RequestDigest.Of(request), subject);
}
