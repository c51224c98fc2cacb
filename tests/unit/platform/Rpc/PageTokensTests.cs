using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class PageTokensTests
{
    private static readonly ListPlansRequest Query = new() { Parent = "policies/xtm", PageSize = 10 };

    [Fact]
    public void Decode_TokenOfTheQueryWithAnotherPageSize_IsItsCursor()
    {
        var token = PageTokens.Encode(Query, "gold|1");

        var cursor = PageTokens.Decode(new RequestChecks(), new ListPlansRequest(Query) { PageSize = 5, PageToken = token }, token);

        Assert.Equal("gold|1", cursor);
    }

    [Fact]
    public void Decode_NoToken_IsTheFirstPage()
    {
        var checks = new RequestChecks();

        Assert.Null(PageTokens.Decode(checks, Query, ""));
        Assert.True(checks.IsSound);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    public void Decode_NotAToken_IsRefused(string token)
    {
        var checks = new RequestChecks();

        Assert.Null(PageTokens.Decode(checks, Query, token));
        Assert.Equal(ErrorReason.InvalidPageToken, Assert.Single(checks.Violations).Reason);
    }

    [Fact]
    public void Decode_MadeUpCursorWithNul_IsRefused()
    {
        var checks = new RequestChecks();

        Assert.Null(PageTokens.Decode(checks, Query, PageTokens.Encode(Query, "gold\0")));
        Assert.Equal(ErrorReason.InvalidPageToken, Assert.Single(checks.Violations).Reason);
    }

    [Fact]
    public void Decode_TokenOfAnotherParent_IsRefused()
    {
        var checks = new RequestChecks();
        var token = PageTokens.Encode(Query, "gold");

        Assert.Null(PageTokens.Decode(checks, new ListPlansRequest(Query) { Parent = "policies/domo" }, token));
        Assert.Throws<RefusalException>(checks.ThrowIfAny);
    }

    [Fact]
    public void Cut_AnItemGoneMeanwhile_HidesNoOther()
    {
        var first = Pages.Cut(new RequestChecks(), Query, 2, "", ["a", "b", "c", "d"], item => item);

        var second = Pages.Cut(new RequestChecks(), Query, 2, first.NextPageToken, ["b", "c", "d"], item => item);

        Assert.Equal(["a", "b"], first.Items);
        Assert.Equal(["c", "d"], second.Items);
        Assert.Empty(second.NextPageToken);
    }
}
