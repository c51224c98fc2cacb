using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>Ids of new resources.</summary>
internal static class NewIds
{
    private const int Characters = 12;

    /// <summary>The id wanted, or one that follows from the request id, so that a repeat means the same resource.</summary>
    public static string Choose(RequestChecks checks, string field, string wanted, string requestId) =>
        wanted.Length > 0 ? checks.Id(field, wanted) : requestId.Replace("-", "", StringComparison.Ordinal) is { Length: >= Characters } digits ? digits[^Characters..] : "";
}
