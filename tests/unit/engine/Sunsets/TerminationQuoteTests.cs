using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Sunsets;

public sealed class TerminationQuoteTests
{
    private static readonly ImmutableSortedDictionary<string, string> Values = ImmutableSortedDictionary<string, string>.Empty
        .Add("notice", "18 months").Add("termination_notice", "30 calendar_days").Add("latest_effect_before_end", "30 calendar_days").Add("refund", "by_day")
        .Add("vendor_may_end_whole_agreement", "yes");

    private static readonly SunsetRules Rules = SunsetRules.Read(Values).OrThrow();

    private static readonly TerminationRequest Request = new()
    {
        Term = new DateInterval(Date("2025-04-01"), Date("2028-03-31")),
        HasFeature = true,
        Notice = Date("2027-05-16"),
        Fees = 36_000,
        Currency = Currency.Find("EUR")!,
    };

    [Fact]
    public void Of_NoticeOnTheLastDay_IsTheWorkedCase()
    {
        var quote = Assert.IsType<TerminationQuote.Allowed>(TerminationQuote.Of(Rules, Sunset(), Request));

        Assert.Equal((Date("2027-05-16"), Date("2027-06-15")), (quote.LastNotice, quote.Effect));
        Assert.Equal((290, 1096, 9525.55m), (quote.Refund.Days, quote.Refund.TermDays, quote.Refund.Amount));
    }

    [Fact]
    public void Of_NoticeOnTheVendorsDay_IsPaidBackFromThirtyDaysLater()
    {
        var quote = Assert.IsType<TerminationQuote.Allowed>(TerminationQuote.Of(Rules, Sunset(), Request with { Notice = Date("2026-01-15") }));

        Assert.Equal((Date("2026-02-14"), 776), (quote.Effect, quote.Refund.Days));
    }

    [Theory]
    [InlineData("2027-05-17", null, "2027-05-16")]
    [InlineData("2026-01-14", null, "2026-01-15")]
    [InlineData("2027-01-01", "2027-01-30", "2027-01-31")]
    [InlineData("2027-01-01", "2027-06-16", "2027-06-15")]
    public void Of_ADayThatTheRulesDoNotAllow_IsRefusedWithTheDayThatTheyDo(string notice, string? effect, string named)
    {
        var quote = Assert.IsType<TerminationQuote.Refused>(TerminationQuote.Of(Rules, Sunset(), Request with { Notice = Date(notice), Effect = effect is null ? null : Date(effect) }));

        Assert.Equal(Date("2027-05-16"), quote.LastNotice);
        Assert.Contains(named, quote.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("2027-06-15")]
    public void Of_AnEffectFromTheEarliestToTheLatest_IsThatDay(string effect) =>
        Assert.Equal(Date(effect), Assert.IsType<TerminationQuote.Allowed>(TerminationQuote.Of(Rules, Sunset(), Request with { Notice = Date("2027-01-01"), Effect = Date(effect) })).Effect);

    [Fact]
    public void Of_TermsAndPlansThatTheSunsetDoesNotTouch_AreRefused()
    {
        Assert.Contains("equivalent", Reason(TerminationQuote.Of(Rules, Sunset(equivalent: true), Request)), StringComparison.Ordinal);
        Assert.Contains("does not have", Reason(TerminationQuote.Of(Rules, Sunset(), Request with { HasFeature = false })), StringComparison.Ordinal);
        Assert.Contains("2027-07-15", Reason(TerminationQuote.Of(Rules, Sunset(), Request with { Term = Until("2027-07-15") })), StringComparison.Ordinal);
        Assert.IsType<TerminationQuote.Allowed>(TerminationQuote.Of(Rules, Sunset(), Request with { Term = Until("2027-07-16") }));
        Assert.Contains("begins", Reason(TerminationQuote.Of(Rules, Sunset(), Request with { Term = new DateInterval(Date("2027-07-16"), Date("2028-07-15")) })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Of_WholeAgreement_OnlyWhereThePolicyLetsTheVendor(string may, bool allowed)
    {
        var rules = SunsetRules.Read(Values.SetItem("vendor_may_end_whole_agreement", may)).OrThrow();

        Assert.Equal(allowed, TerminationQuote.Of(rules, Sunset(), Request with { WholeAgreement = true }) is TerminationQuote.Allowed);
    }

    [Fact]
    public void Read_NeitherYesNorNo_NamesTheValue() =>
        Assert.Equal("vendor_may_end_whole_agreement", Assert.Single(SunsetRules.Read(Values.SetItem("vendor_may_end_whole_agreement", "maybe")).Violations).Field);

    [Theory]
    [InlineData("2027-07-15", false, null)]
    [InlineData("2027-07-14", false, "end_date")]
    [InlineData("2026-01-15", true, null)]
    [InlineData("2026-01-14", true, "end_date")]
    public void Announce_EachEnd_IsAtLeastTheNoticeLaterUnlessAnEquivalentIsOffered(string end, bool equivalent, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Announce("snapshots", Date(end), equivalent).Violations.Select(violation => violation.Field));

    [Fact]
    public void Announce_FeatureThatThePolicyDoesNotHave_IsNamed() =>
        Assert.Equal("feature", Assert.Single(Announce("teleport", end: null, equivalent: false).Violations).Field);

    private static AnnouncedSunset Sunset(bool equivalent = false) => Announce("snapshots", Date("2027-07-15"), equivalent).OrThrow();

    private static BusinessTime.Validated<AnnouncedSunset> Announce(string feature, LocalDate? end, bool equivalent) =>
        AnnouncedSunset.Of(new PolicyBuilder().Build() with { Features = [new("snapshots", LocalizedText.Of("Snapshots"), "1")] }, Rules, feature, Date("2026-01-15"), end, equivalent);

    private static DateInterval Until(string end) => new(Date("2025-04-01"), Date(end));

    private static string Reason(TerminationQuote quote) => Assert.IsType<TerminationQuote.Refused>(quote).Reason;

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
