using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>What a policy says of a feature that ends without an equivalent: its provision <c>sunset</c>.</summary>
public sealed record SunsetRules
{
    private const string Id = "sunset";

    private SunsetRules(Period notice, Period terminationNotice, Period latestEffectBeforeEnd)
    {
        Notice = notice;
        TerminationNotice = terminationNotice;
        LatestEffectBeforeEnd = latestEffectBeforeEnd;
    }

    /// <summary>How long the sunset period is, from the vendor's notice (<c>notice</c>): civil months or days.</summary>
    public Period Notice { get; }

    /// <summary>How long before its effect an account gives notice of its termination (<c>termination_notice</c>).</summary>
    public Period TerminationNotice { get; }

    /// <summary>How long before the end of the sunset period a termination has effect at the latest (<c>latest_effect_before_end</c>).</summary>
    public Period LatestEffectBeforeEnd { get; }

    /// <summary>Reads them from a policy.</summary>
    /// <returns>The rules, or why there are none: the policy has no such provision, an amount of it is missing or not civil, or its refund is not by the day.</returns>
    public static Validated<SunsetRules> Read(Policy policy)
    {
        if (policy.Provisions.FirstOrDefault(provision => provision.Id == Id) is not { } provision)
        {
            return Validated.Invalid<SunsetRules>(new Violation(Id, $"Policy {policy.Id} has no rule for features that end; ask about one that has."));
        }

        var amounts = Validated.All([Amount("notice"), Amount("termination_notice"), Amount("latest_effect_before_end")]);
        return Value("refund") == "by_day"
            ? amounts.Map(read => new SunsetRules(read[0], read[1], read[2]))
            : Validated.Invalid<SunsetRules>([.. amounts.Violations, Fault("refund", "is not by_day, the only refund that is known")]);

        string Value(string name) => provision.Values.GetValueOrDefault(name, "");

        Validated<Period> Amount(string name) => BusinessTime.Amount.Parse(Value(name), $"{Id}.{name}").Then(amount => amount switch
        {
            BusinessTime.Amount.CalendarDays days => Validated.Valid(Period.FromDays(days.Count)),
            BusinessTime.Amount.CalendarMonths months => Validated.Valid(Period.FromMonths(months.Count)),
            _ => Validated.Invalid<Period>(Fault(name, "counts no civil days or months")),
        });

        Violation Fault(string name, string what) => new($"{Id}.{name}", $"\"{Value(name)}\" of policy {policy.Id} {what}; correct the document.");
    }
}
