using System.Globalization;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Changes;

/// <summary>Etags of resources.</summary>
internal static class Etags
{
    public static string Of(long revision) => revision.ToString("x", CultureInfo.InvariantCulture);

    /// <exception cref="RefusalException">The etag is not the current one. An empty etag, where a request allows it, fits any.</exception>
    public static void Check(string given, long revision, string resource)
    {
        if (given.Length > 0 && given != Of(revision))
        {
            throw Refusals.StaleEtag(resource, given);
        }
    }

    /// <summary>An etag that must be given.</summary>
    public static void Require(RequestChecks checks, string field, string etag)
    {
        if (etag.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, field, "It is empty; get the resource and send its etag.");
        }
    }
}
