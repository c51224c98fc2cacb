using NodaTime;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>What leaving for a sunset means for one account and one day of notice.</summary>
/// <param name="LastNotice">Last day on which notice can be given; null where nobody of this term may leave.</param>
public abstract record TerminationQuote(LocalDate? LastNotice)
{
    /// <summary>It is allowed.</summary>
    /// <param name="LastNotice">Last day on which notice can be given.</param>
    /// <param name="Effect">The day of effect, the last paid one.</param>
    /// <param name="Refund">What is paid back.</param>
    public sealed record Allowed(LocalDate? LastNotice, LocalDate Effect, DailyRefund Refund) : TerminationQuote(LastNotice);

    /// <summary>It is not.</summary>
    /// <param name="LastNotice">Last day on which notice could be given, or null.</param>
    /// <param name="Reason">One sentence: which rule is against it.</param>
    public sealed record Refused(LocalDate? LastNotice, string Reason) : TerminationQuote(LastNotice);

    /// <summary>Works it out.</summary>
    /// <param name="rules">What the policy says.</param>
    /// <param name="sunset">The announced end.</param>
    /// <param name="request">The account's wish.</param>
    public static TerminationQuote Of(SunsetRules rules, AnnouncedSunset sunset, TerminationRequest request)
    {
        if (RefusedForAll(rules, sunset, request) is { } reason)
        {
            return new Refused(LastNotice: null, reason);
        }

        var lastEffect = sunset.End - rules.LatestEffectBeforeEnd;
        var lastNotice = lastEffect - rules.TerminationNotice;
        var earliest = request.Notice + rules.TerminationNotice;
        var effect = request.Effect ?? earliest;
        return request switch
        {
            _ when request.Notice < sunset.Notice => new Refused(lastNotice, $"Notice can be given from the vendor's own on, {sunset.Notice:uuuu-MM-dd}."),
            _ when request.Notice > lastNotice => new Refused(lastNotice, $"The last day for notice is {lastNotice:uuuu-MM-dd}."),
            _ when effect < earliest => new Refused(lastNotice, $"With notice on {request.Notice:uuuu-MM-dd} it takes effect on {earliest:uuuu-MM-dd} at the earliest."),
            _ when effect > lastEffect => new Refused(lastNotice, $"It takes effect on {lastEffect:uuuu-MM-dd} at the latest."),
            _ => new Allowed(lastNotice, effect, DailyRefund.Of(request.Term, effect, request.Fees, request.Currency)),
        };
    }

    private static string? RefusedForAll(SunsetRules rules, AnnouncedSunset sunset, TerminationRequest request) => request switch
    {
        _ when sunset.EquivalentOffered => "An equivalent of the feature is offered, so that nobody may leave for its end.",
        { HasFeature: false } => $"The plan does not have the feature {sunset.Feature}.",
        _ when request.Term.End <= sunset.End => $"The term ends on {request.Term.End:uuuu-MM-dd}, within the sunset period, which runs until {sunset.End:uuuu-MM-dd}.",
        _ when request.Term.Start > sunset.End => $"The term begins on {request.Term.Start:uuuu-MM-dd}, after the sunset period.",
        { WholeAgreement: true } when !rules.VendorMayEndAgreement => "The policy does not let the vendor end the whole agreement for it.",
        _ => null,
    };
}
