using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.WebUtilities;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Requests;

/// <summary>
/// Opaque page tokens: a cursor bound to the query that it belongs to, so that a token of another query is refused. Not secret.
/// </summary>
public static class PageTokens
{
    private const char Separator = '|';
    private const int DigestCharacters = 16;

    /// <summary>The token of the next page of a query.</summary>
    /// <param name="request">The list request; its <c>page_size</c> and <c>page_token</c> do not matter, all else does.</param>
    /// <param name="cursor">Where the next page begins, in the service's own terms.</param>
    public static string Encode(IMessage request, string cursor) =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{QueryOf(request)}{Separator}{cursor}"));

    /// <summary>The cursor of a token; null for the first page, or with a violation when the token is not of this query.</summary>
    /// <param name="checks">Takes the violation.</param>
    /// <param name="request">The list request.</param>
    /// <param name="token">Its page token.</param>
    /// <param name="field">Its field.</param>
    public static string? Decode(RequestChecks checks, IMessage request, string token, string field = "page_token")
    {
        if (token.Length == 0)
        {
            return null;
        }

        var text = token.Length <= Limits.PageTokenCharacters ? Read(token) : null;
        if (text is not null && text.Length > DigestCharacters && text[DigestCharacters] == Separator && text.StartsWith(QueryOf(request), StringComparison.Ordinal)
            && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text[(DigestCharacters + 1)..];
        }

        Refuse(checks, field);
        return null;
    }

    /// <summary>Adds the violation of a token whose cursor this service cannot have given.</summary>
    /// <param name="checks">Takes the violation.</param>
    /// <param name="field">The token's field.</param>
    public static void Refuse(RequestChecks checks, string field = "page_token") =>
        checks.Add(ErrorReason.InvalidPageToken, field, "This service did not give it for this request; repeat the request as it was with the token of its answer, or begin without one.");

    private static string QueryOf(IMessage request) => RequestDigest.Of(request, "page_size", "page_token")[..DigestCharacters];

    private static string? Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
