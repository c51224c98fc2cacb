using Grpc.Core;
using NodaTime;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class RevisionBookTests
{
    private static readonly Instant First = Instant.FromUtc(2025, 1, 1, 0, 0);
    private static readonly Instant Second = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly RevisionBook Book = RevisionBook.Empty.With(Revision('b', Second)).With(Revision('a', First));

    [Fact]
    public void Find_AroundAChange_IsTheRevisionInForce()
    {
        Assert.Equal('a', Book.Find("xtm", null, First).Revision.Id[0]);
        Assert.Equal('a', Book.Find("xtm", null, Second - Duration.Epsilon).Revision.Id[0]);
        Assert.Equal('b', Book.Find("xtm", null, Second).Revision.Id[0]);
    }

    [Fact]
    public void Find_BeforeTheFirst_IsRefused()
    {
        var refusal = Assert.Throws<RefusalException>(() => Book.Find("xtm", null, First - Duration.Epsilon));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoRevisionInForce), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public void Find_ByRevision_IsItWhetherInForceOrNot() => Assert.Equal(First, Book.Find("xtm", new string('a', 12), Second).Revision.EffectiveTime);

    [Fact]
    public void History_TwoRevisions_AreLatestFirstAndTouch()
    {
        var history = Book.History("xtm");

        Assert.Equal([Second, First], history.Select(publication => publication.Revision.EffectiveTime));
        Assert.Equal([null, Second], history.Select(publication => publication.SupersededTime));
    }

    [Fact]
    public void With_TheSameContentTwice_HoldsItOnce() => Assert.Equal(2, Book.With(Revision('a', Second)).History("xtm").Length);

    [Fact]
    public void With_TwoFromOneTimeOn_TheOneStoredLaterIsInForceWhicheverIsReadFirst()
    {
        var (earlier, later) = (Revision('f', Second, recorded: First), Revision('e', Second, recorded: Second));

        Assert.Equal('e', RevisionBook.Empty.With(earlier).With(later).Find("xtm", null, Second).Revision.Id[0]);
        Assert.Equal('e', RevisionBook.Empty.With(later).With(earlier).Find("xtm", null, Second).Revision.Id[0]);
    }

    private static Publication Revision(char hash, Instant effective, Instant? recorded = null)
    {
        var policy = PolicyDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "policies", "xtm.yaml"))).Policy!;
        return new Publication(new PolicyRevision(new string(hash, 64), effective, policy), [], recorded ?? First);
    }
}
