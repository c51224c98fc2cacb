using Google.Type;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public sealed class ComputeSunsetTermsTests(EntitlementsHost host) : IClassFixture<EntitlementsHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComputeSunsetTerms_TermRunsOnPastTheSunset_GivesLastDaysAndRefund()
    {
        var answer = await host.Client.ComputeSunsetTermsAsync(Request(), cancellationToken: Cancel);

        Assert.True(answer.TerminationAllowed);
        Assert.Equal(
            (Given.Day(2027, 7, 15), Given.Day(2027, 5, 16), Given.Day(2027, 6, 15)), (answer.SunsetEndDate, answer.LastNoticeDate, answer.LastEffectDate));
        Assert.Equal((290, 1096), (answer.RefundDays, answer.TermDays));
        Assert.Equal(new Money { CurrencyCode = "EUR", Units = 9525, Nanos = 550_000_000 }, answer.Refund);
        Assert.Matches("^policies/collibra@[0-9a-f]{12}$", answer.Policy);
    }

    [Fact]
    public async Task ComputeSunsetTerms_NamedRevision_AnswersTheSame()
    {
        var current = await host.Client.ComputeSunsetTermsAsync(Request(), cancellationToken: Cancel);

        var named = await host.Client.ComputeSunsetTermsAsync(Request(request => request.Policy = current.Policy), cancellationToken: Cancel);

        Assert.Equal(current, named);
    }

    [Fact]
    public async Task ComputeSunsetTerms_TermEndsWithTheSunset_AllowsNoTermination()
    {
        var answer = await host.Client.ComputeSunsetTermsAsync(Request(request => request.TermEndDate = Given.Day(2027, 7, 15)), cancellationToken: Cancel);

        Assert.Equal(new ComputeSunsetTermsResponse { Policy = answer.Policy, SunsetEndDate = Given.Day(2027, 7, 15) }, answer);
    }

    [Fact]
    public async Task ComputeSunsetTerms_NothingGiven_NamesEveryField()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ComputeSunsetTermsAsync(new ComputeSunsetTermsRequest(), cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.FieldRequired), (refused.Code, refused.Reason));
        Assert.Equal(["policy", "notice_date", "term_start_date", "term_end_date", "prepaid_fees"], refused.Violations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData("", ErrorReason.FieldRequired)]
    [InlineData("eur", ErrorReason.UnknownCurrency)]
    [InlineData("ZZZ", ErrorReason.UnknownCurrency)]
    public async Task ComputeSunsetTerms_NoKnownCurrency_NamesTheField(string currency, ErrorReason reason) =>
        await RefusesAsync(request => request.PrepaidFees.CurrencyCode = currency, reason, "prepaid_fees.currency_code", "EUR");

    [Fact]
    public async Task ComputeSunsetTerms_NegativeFees_NameTheField() =>
        await RefusesAsync(request => request.PrepaidFees.Units = -1, ErrorReason.FieldOutOfRange, "prepaid_fees", "give zero or more");

    [Fact]
    public async Task ComputeSunsetTerms_FeesOfTwoSigns_NameTheField() =>
        await RefusesAsync(request => request.PrepaidFees.Nanos = -1, ErrorReason.FieldOutOfRange, "prepaid_fees.nanos", "the sign of the units");

    [Fact]
    public async Task ComputeSunsetTerms_TermEndsBeforeItStarts_NamesTheEnd() =>
        await RefusesAsync(request => request.TermEndDate = Given.Day(2025, 3, 31), ErrorReason.InvalidTerm, "term_end_date", "before the start date");

    [Fact]
    public async Task ComputeSunsetTerms_NoticeAfterTheTerm_NamesTheNotice() =>
        await RefusesAsync(request => request.NoticeDate = Given.Day(2028, 4, 1), ErrorReason.FieldOutOfRange, "notice_date", "or a later one");

    [Fact]
    public async Task ComputeSunsetTerms_AnnualTermThatBeganAfterTheNotice_RefundsItsRest()
    {
        var answer = await host.Client.ComputeSunsetTermsAsync(Request(request => request.TermStartDate = Given.Day(2027, 4, 1)), cancellationToken: Cancel);

        Assert.Equal((true, 290, 366, Given.Day(2027, 6, 15)), (answer.TerminationAllowed, answer.RefundDays, answer.TermDays, answer.LastEffectDate));
    }

    [Fact]
    public async Task ComputeSunsetTerms_DateThatDoesNotExist_NamesIt() =>
        await RefusesAsync(request => request.NoticeDate = Given.Day(2026, 2, 30), ErrorReason.TimeOutOfRange, "notice_date", "2026-2-30");

    [Fact]
    public async Task ComputeSunsetTerms_PolicyWithoutSuchARule_IsAFailedPrecondition()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ComputeSunsetTermsAsync(Request(request => request.Policy = "policies/xtm"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SunsetNotAllowed, "policies/xtm"), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
    }

    [Theory]
    [InlineData("policies/nobody", ErrorReason.PolicyNotFound)]
    [InlineData("policies/collibra@000000000000", ErrorReason.RevisionNotFound)]
    public async Task ComputeSunsetTerms_UnknownPolicy_IsNotFound(string policy, ErrorReason reason)
    {
        var refused = await RefusedCall.OfAsync(host.Client.ComputeSunsetTermsAsync(Request(request => request.Policy = policy), cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, reason), (refused.Code, refused.Reason));
    }

    private async Task RefusesAsync(Action<ComputeSunsetTermsRequest> change, ErrorReason reason, string field, string advice) =>
        (await RefusedCall.OfAsync(host.Client.ComputeSunsetTermsAsync(Request(change), cancellationToken: Cancel))).AssertField(reason, field, advice);

    private static ComputeSunsetTermsRequest Request(Action<ComputeSunsetTermsRequest>? change = null)
    {
        var request = new ComputeSunsetTermsRequest
        {
            Policy = "policies/collibra",
            NoticeDate = Given.Day(2026, 1, 15),
            TermStartDate = Given.Day(2025, 4, 1),
            TermEndDate = Given.Day(2028, 3, 31),
            PrepaidFees = new Money { CurrencyCode = "EUR", Units = 36_000 },
        };
        change?.Invoke(request);
        return request;
    }
}
