using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>What a policy says of a feature that ends without an equivalent: its provision <c>sunset</c>.</summary>
public sealed record SunsetRules
{
    /// <summary>The id of the provision.</summary>
    public const string ProvisionId = "sunset";

    private SunsetRules(Period notice, Period terminationNotice, Period latestEffectBeforeEnd, bool vendorMayEndAgreement)
    {
        Notice = notice;
        TerminationNotice = terminationNotice;
        LatestEffectBeforeEnd = latestEffectBeforeEnd;
        VendorMayEndAgreement = vendorMayEndAgreement;
    }

    /// <summary>How long the sunset period is, from the vendor's notice (<c>notice</c>): civil months or days.</summary>
    public Period Notice { get; }

    /// <summary>How long before its effect an account gives notice of its termination (<c>termination_notice</c>).</summary>
    public Period TerminationNotice { get; }

    /// <summary>How long before the end of the sunset period a termination has effect at the latest (<c>latest_effect_before_end</c>).</summary>
    public Period LatestEffectBeforeEnd { get; }

    /// <summary>Whether the vendor may end the whole agreement instead of the feature alone (<c>vendor_may_end_whole_agreement</c>: yes or no). Default: no.</summary>
    public bool VendorMayEndAgreement { get; }

    /// <summary>The rules of a policy; null when it has none.</summary>
    /// <exception cref="InvalidOperationException">The provision's values cannot be read, which no policy document passes with.</exception>
    public static SunsetRules? Of(Policy policy) =>
        policy.Provisions.FirstOrDefault(provision => provision.Id == ProvisionId) is { } provision ? Read(provision.Values).OrThrow() : null;

    /// <summary>Reads the values of the provision.</summary>
    /// <returns>The rules, or every value that is missing or not understood, under its own name.</returns>
    public static Validated<SunsetRules> Read(IReadOnlyDictionary<string, string> values)
    {
        var amounts = Validated.All([Amount("notice"), Amount("termination_notice"), Amount("latest_effect_before_end")]);
        var faults = amounts.Violations.ToList();
        var (refund, ending) = (values.GetValueOrDefault("refund", ""), values.GetValueOrDefault("vendor_may_end_whole_agreement", "no"));
        if (refund != "by_day")
        {
            faults.Add(new Violation("refund", $"\"{refund}\" is no refund that is known; write by_day."));
        }

        if (ending is not ("yes" or "no"))
        {
            faults.Add(new Violation("vendor_may_end_whole_agreement", $"\"{ending}\" is neither yes nor no."));
        }

        return faults.Count > 0 ? Validated.Invalid<SunsetRules>([.. faults]) : amounts.Map(read => new SunsetRules(read[0], read[1], read[2], ending == "yes"));

        Validated<Period> Amount(string name) => BusinessTime.Amount.Parse(values.GetValueOrDefault(name, ""), name).Then(amount => amount switch
        {
            BusinessTime.Amount.CalendarDays days => Validated.Valid(Period.FromDays(days.Count)),
            BusinessTime.Amount.CalendarMonths months => Validated.Valid(Period.FromMonths(months.Count)),
            _ => Validated.Invalid<Period>(new Violation(name, $"\"{values[name]}\" counts no civil days or months; write such as 30 calendar_days or 18 months.")),
        });
    }
}
