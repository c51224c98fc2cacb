using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.Engine.Tests.Triage;

public sealed class SeverityRulingRuleTests
{
    [Theory]
    [InlineData(SeverityRuling.Claimed, false, 2, null, 3, 2, RulingGround.Claimed)]
    [InlineData(SeverityRuling.Claimed, false, 2, 1, 3, 2, RulingGround.Claimed)]
    [InlineData(SeverityRuling.Claimed, true, 2, 1, 3, 2, RulingGround.ClaimedUntilAgreed)]
    [InlineData(SeverityRuling.Verified, false, 2, null, 3, 2, RulingGround.ClaimedUntilVerified)]
    [InlineData(SeverityRuling.Verified, false, 2, 1, 3, 1, RulingGround.Verified)]
    [InlineData(SeverityRuling.Verified, true, 2, 1, 3, 1, RulingGround.Verified)]
    [InlineData(SeverityRuling.Claimed, false, null, null, 3, 3, RulingGround.Proposed)]
    [InlineData(SeverityRuling.Claimed, false, null, 1, 3, 1, RulingGround.Verified)]
    [InlineData(SeverityRuling.Claimed, true, null, 1, 3, 1, RulingGround.Verified)]
    [InlineData(SeverityRuling.Claimed, true, null, 1, null, 1, RulingGround.Verified)]
    [InlineData(SeverityRuling.Verified, false, null, null, null, null, RulingGround.Undecided)]
    public void Decide_LevelsGiven_OneRules(
        SeverityRuling ruling, bool needsAgreement, int? claimed, int? assigned, int? proposed, int? level, RulingGround ground)
    {
        var decided = SeverityRulingRule.Decide(
            TriagePolicies.Scheme with { ChangeNeedsAgreement = needsAgreement },
            ruling,
            claimed is { } claim ? new SeverityClaim(claim) : null,
            assigned is { } set ? new SeverityAssignment(set) : null,
            proposed);

        Assert.Equal((level, ground), decided);
    }

    [Fact]
    public void Decide_ContactAgreed_SupportsLevelRules()
    {
        var scheme = TriagePolicies.Scheme with { ChangeNeedsAgreement = true };

        var decided = SeverityRulingRule.Decide(scheme, SeverityRuling.Claimed, new SeverityClaim(1), new SeverityAssignment(3, Agreed: true), null);

        Assert.Equal((3, RulingGround.VerifiedByAgreement), decided);
    }
}
