using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Sunsets;

public sealed class SunsetTermsTests
{
    private static readonly ImmutableSortedDictionary<string, string> Values = ImmutableSortedDictionary<string, string>.Empty
        .Add("notice", "18 months").Add("termination_notice", "30 calendar_days").Add("latest_effect_before_end", "30 calendar_days").Add("refund", "by_day");

    [Fact]
    public void New_TermRunsOnPastTheSunset_GivesLastDaysAndRefund()
    {
        var terms = Of("2026-01-15", "2025-04-01", "2028-03-31", 36_000, "EUR");

        Assert.Equal(Date("2027-07-15"), terms.SunsetEnd);
        Assert.Equal((Date("2027-05-16"), Date("2027-06-15")), (terms.Termination!.LastNotice, terms.Termination.LastEffect));
        Assert.Equal((290, 1096, 9525.55m), (terms.Termination.RefundDays, terms.Termination.TermDays, terms.Termination.Refund));
    }

    [Theory]
    [InlineData("2027-07-14")]
    [InlineData("2027-07-15")]
    public void New_TermEndsWithTheSunset_AllowsNoTermination(string termEnd) =>
        Assert.Equal((Date("2027-07-15"), null), (Of("2026-01-15", "2025-04-01", termEnd).SunsetEnd, Of("2026-01-15", "2025-04-01", termEnd).Termination));

    [Fact]
    public void New_TermEndsADayAfterTheSunset_RefundsThirtyOneDays() =>
        Assert.Equal(31, Of("2026-01-15", "2025-04-01", "2027-07-16").Termination!.RefundDays);

    [Fact]
    public void New_TermBeganAfterTheNotice_RefundsItsRest()
    {
        var termination = Of("2026-01-15", "2027-04-01", "2028-03-31", 12_000).Termination!;

        Assert.Equal((Date("2027-05-16"), Date("2027-06-15")), (termination.LastNotice, termination.LastEffect));
        Assert.Equal((290, 366, 9508.20m), (termination.RefundDays, termination.TermDays, termination.Refund));
    }

    [Theory]
    [InlineData("2027-06-15", 365)]
    [InlineData("2027-06-16", 365)]
    [InlineData("2027-06-17", 364)]
    [InlineData("2027-07-15", 336)]
    public void New_TermBeginsAboutTheLastEffect_RefundsAtMostTheWholeTerm(string start, int refundDays)
    {
        var termination = Of("2026-01-15", start, "2028-06-14", 1000).Termination!;

        Assert.Equal((Date("2027-06-15"), refundDays), (termination.LastEffect, termination.RefundDays));
        Assert.Equal(start == "2027-06-15", termination.Refund < 1000);
    }

    [Theory]
    [InlineData("2027-07-16")]
    [InlineData("2030-01-01")]
    public void New_TermBeginsAfterTheSunset_AllowsNoTermination(string start) => Assert.Null(Of("2026-01-15", start, "2030-12-31").Termination);

    [Fact]
    public void New_NoticeAtAMonthsEnd_ClampsTheSunset() => Assert.Equal(Date("2027-02-28"), Of("2025-08-31", "2025-01-01", "2027-12-31").SunsetEnd);

    [Theory]
    [InlineData("JPY", "9526")]
    [InlineData("EUR", "9525.55")]
    [InlineData("KWD", "9525.547")]
    public void New_EachCurrency_RoundsToItsMinorUnit(string currency, string refund) =>
        Assert.Equal(refund, Of("2026-01-15", "2025-04-01", "2028-03-31", 36_000, currency).Termination!.Refund.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void New_RefundHalfwayBetweenTwoCents_RoundsUp() =>
        Assert.Equal(0.13m, Of("2026-01-15", "2025-04-01", "2027-07-16", 27 * 0.125m).Termination!.Refund);

    [Fact]
    public void New_PeriodsLongerThanTheSunset_AllowNoTermination()
    {
        var rules = SunsetRules.Read(Values.SetItem("notice", "1 month"));

        Assert.Null(new SunsetTerms(rules.OrThrow(), Prepaid("2026-01-15", "2025-04-01", "2028-03-31", 1, "EUR").OrThrow()).Termination);
    }

    [Theory]
    [InlineData("2028-04-01", 1, "notice_date")]
    [InlineData("2026-01-15", -1, "prepaid_fees")]
    public void PrepaidTermOf_OutOfBounds_NamesTheField(string notice, int fees, string field) =>
        Assert.Equal(field, Assert.Single(Prepaid(notice, "2025-04-01", "2028-03-31", fees, "EUR").Violations).Field);

    [Theory]
    [InlineData("notice", "")]
    [InlineData("notice", "18 moons")]
    [InlineData("notice", "18 hours")]
    [InlineData("termination_notice", "30 business_days")]
    [InlineData("latest_effect_before_end", "720h")]
    [InlineData("refund", "by_month")]
    public void RulesRead_ValueThatIsNotUnderstood_NamesIt(string name, string value) =>
        Assert.Equal(name, Assert.Single(SunsetRules.Read(Values.SetItem(name, value)).Violations).Field);

    [Fact]
    public void RulesOf_PolicyWithoutThem_AreNone() => Assert.Null(SunsetRules.Of(new PolicyBuilder().Build()));

    [Fact]
    public void RulesOf_PolicyWithThem_AreItsValues()
    {
        var policy = new PolicyBuilder().Build() with { Provisions = [new Provision("sunset", LocalizedText.Of("Sunset."), Values, "settled")] };

        Assert.Equal(SunsetRules.Read(Values).OrThrow(), SunsetRules.Of(policy));
    }

    private static SunsetTerms Of(string notice, string start, string end, decimal fees = 1000, string currency = "EUR") =>
        new(SunsetRules.Read(Values).OrThrow(), Prepaid(notice, start, end, fees, currency).OrThrow());

    private static BusinessTime.Validated<PrepaidTerm> Prepaid(string notice, string start, string end, decimal fees, string currency) =>
        PrepaidTerm.Of(new DateInterval(Date(start), Date(end)), Date(notice), fees, Currency.Find(currency)!);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
