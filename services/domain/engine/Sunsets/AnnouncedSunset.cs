using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>The announced end of a feature.</summary>
public sealed record AnnouncedSunset
{
    private AnnouncedSunset(string feature, LocalDate notice, LocalDate end, bool equivalentOffered)
    {
        Feature = feature;
        Notice = notice;
        End = end;
        EquivalentOffered = equivalentOffered;
    }

    /// <summary>The feature's id in its policy.</summary>
    public string Feature { get; }

    /// <summary>Day of the vendor's written notice.</summary>
    public LocalDate Notice { get; }

    /// <summary>Last day of the sunset period, inclusive.</summary>
    public LocalDate End { get; }

    /// <summary>Whether an equivalent is offered: then the policy asks for no notice, and nobody may leave for it.</summary>
    public bool EquivalentOffered { get; }

    /// <summary>Checks an announcement.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="feature">The feature that ends.</param>
    /// <param name="notice">Day of the written notice.</param>
    /// <param name="end">Last day of the sunset period; null for the earliest that the rules allow.</param>
    /// <param name="equivalentOffered">Whether an equivalent is offered.</param>
    /// <returns>The sunset, or what is wrong under <c>feature</c> and <c>end_date</c>.</returns>
    public static Validated<AnnouncedSunset> Of(Policy policy, SunsetRules rules, string feature, LocalDate notice, LocalDate? end, bool equivalentOffered)
    {
        var faults = new List<Violation>();
        if (policy.Features.All(known => known.Id != feature))
        {
            faults.Add(new Violation("feature", $"It is no feature of policy {policy.Id}; use one of {string.Join(", ", policy.Features.Select(known => known.Id))}."));
        }

        var earliest = equivalentOffered ? notice : notice + rules.Notice;
        if (end < earliest)
        {
            faults.Add(new Violation("end_date", $"The notice is too short: it can end on {earliest:uuuu-MM-dd} at the earliest; give that day or a later one."));
        }

        return Validated.From(faults, () => new AnnouncedSunset(feature, notice, end ?? earliest, equivalentOffered));
    }
}
