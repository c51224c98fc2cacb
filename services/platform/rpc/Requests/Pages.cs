using System.Collections.Immutable;
using Google.Protobuf;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Requests;

/// <summary>Cuts pages from lists that are held in memory.</summary>
public static class Pages
{
    /// <summary>
    /// Cuts a page from an ordered list. The cursor is the key of the last item given: items that come or go meanwhile neither repeat nor hide others.
    /// </summary>
    /// <param name="checks">Takes the violations of page size and token, and refuses the request when it has any.</param>
    /// <param name="request">The list request.</param>
    /// <param name="pageSize">Its page size.</param>
    /// <param name="pageToken">Its page token.</param>
    /// <param name="items">All items, in the documented order.</param>
    /// <param name="key">An item's key, unique within the list.</param>
    /// <exception cref="Errors.RefusalException">The request has violations.</exception>
    public static Page<T> Cut<T>(RequestChecks checks, IMessage request, int pageSize, string pageToken, IReadOnlyList<T> items, Func<T, string> key)
    {
        var size = checks.PageSize(pageSize);
        var after = PageTokens.Decode(checks, request, pageToken);
        checks.ThrowIfAny();
        var start = after is null ? 0 : items.TakeWhile(item => key(item) != after).Count() + 1;
        if (start > items.Count && after is not null)
        {
            checks.Add(ErrorReason.InvalidPageToken, "page_token", "What it points at is gone; begin without a token.");
            checks.ThrowIfAny();
        }

        ImmutableArray<T> page = [.. items.Skip(start).Take(size)];
        return new(page, start + page.Length < items.Count ? PageTokens.Encode(request, key(page[^1])) : "");
    }
}
