using NodaTime;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Catalog.Store;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class BundledRevisionsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 10, 0);
    private static readonly ParsedPolicy First = Document("1");
    private static readonly ParsedPolicy Second = Document("2");

    [Fact]
    public void ToAdd_NothingStored_IsInForceFromItsOwnDateOn()
    {
        var (added, leftOut) = Decide([First], []);

        Assert.Equal((First.ContentHash, Instant.FromUtc(2024, 1, 1, 0, 0), RevisionOrigin.Bundled), (Assert.Single(added).ContentHash, added[0].EffectiveTime, added[0].Origin));
        Assert.Empty(leftOut);
    }

    [Fact]
    public void ToAdd_StoredAlready_AddsNothing() => Assert.Empty(Decide([First], [Stored(First), Stored(Second)]).Added);

    [Fact]
    public void ToAdd_AnotherContentThanTheBundledOneStored_IsPublishedWithNotice()
    {
        var added = Assert.Single(Decide([Second], [Stored(First)]).Added);

        Assert.Equal((Second.ContentHash, Now + Duration.FromSeconds(10)), (added.ContentHash, added.EffectiveTime));
    }

    [Fact]
    public void ToAdd_APublishedRevisionIsStored_LeavesTheBundledOneOut()
    {
        var (added, leftOut) = Decide([Second], [Stored(First) with { Origin = RevisionOrigin.Published }]);

        Assert.Empty(added);
        Assert.Equal(["bundled"], leftOut);
    }

    [Fact]
    public void ToAdd_OneOfALaterDateIsStored_LeavesTheBundledOneOut()
    {
        var (added, leftOut) = Decide([Second], [Stored(First) with { DocumentDate = new LocalDate(2025, 1, 1) }]);

        Assert.Empty(added);
        Assert.Equal(["bundled"], leftOut);
    }

    [Fact]
    public void ToAdd_TwoDatesOfOnePolicy_AreBothInForceInTurn()
    {
        var later = Document("2", "2026-01-01");

        Assert.Equal([Instant.FromUtc(2024, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 0, 0)], Decide([First, later], []).Added.Select(row => row.EffectiveTime));
    }

    private static ParsedPolicy Document(string version, string date = "2024-01-01") =>
        PolicyDocument.Parse(Given.Document("bundled", version).Replace("effective_from: 2024-01-01", $"effective_from: {date}", StringComparison.Ordinal));

    private static BundledRevisions.StoredRevision Stored(ParsedPolicy document) =>
        new(document.Policy!.Id, document.ContentHash!, document.Policy.EffectiveFrom, RevisionOrigin.Bundled);

    private static (RevisionRow[] Added, List<string> LeftOut) Decide(ParsedPolicy[] documents, BundledRevisions.StoredRevision[] stored)
    {
        var leftOut = new List<string>();
        return ([.. BundledRevisions.ToAdd(documents, stored, Now, leftOut)], leftOut);
    }
}
