using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Obligations;

/// <summary>The values of a provision that states an obligation, read one by one; what cannot be read is noted.</summary>
internal sealed class ObligationWords(ImmutableSortedDictionary<string, string> values)
{
    public const string Owed = "owed";

    private static readonly ImmutableSortedDictionary<string, ObligationPeriod> Periods = ImmutableSortedDictionary<string, ObligationPeriod>.Empty
        .Add("week", ObligationPeriod.Week).Add("month", ObligationPeriod.Month).Add("quarter", ObligationPeriod.Quarter)
        .Add("year", ObligationPeriod.Year).Add("contract_year", ObligationPeriod.Year);

    private static readonly ImmutableSortedDictionary<string, Occasion> Occasions = ImmutableSortedDictionary<string, Occasion>.Empty
        .Add("request", Obligations.Occasion.Request).Add("release", Obligations.Occasion.Release)
        .Add("scheduled_maintenance", Obligations.Occasion.ScheduledMaintenance).Add("emergency_maintenance", Obligations.Occasion.EmergencyMaintenance)
        .Add("zero_day_patch", Obligations.Occasion.ZeroDayPatch).Add("private_cloud_update", Obligations.Occasion.PrivateCloudUpdate);

    private readonly List<Violation> faults = [];

    public IReadOnlyCollection<Violation> Faults => faults;

    public static ObligationPeriod? PeriodOf(string word) => Periods.TryGetValue(word, out var period) ? period : null;

    public int Count()
    {
        var isNumber = int.TryParse(values.GetValueOrDefault(Owed), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        Require(isNumber && count is > 0 and <= 366, Owed, "is no count from 1 to 366");
        return count;
    }

    public ObligationPeriod? Period() => Named("per", Periods);

    public Occasion? Occasion() => Named("on", Occasions);

    public Feature? Feature(Func<string, Feature?> featureOf)
    {
        if (!values.TryGetValue("feature", out var id))
        {
            return null;
        }

        var feature = featureOf(id);
        Require(feature is not null, "feature", "is no feature of the policy");
        return feature;
    }

    public Duration Before()
    {
        if (!values.TryGetValue("due", out var due))
        {
            return Duration.Zero;
        }

        var words = due.Split(' ');
        if (words is [var text, "before" or "after"] && Amount.Parse(text, "due") is Validated<Amount>.Valid { Value: Amount.OpenTime amount })
        {
            return words[1] == "before" ? amount.Duration : -amount.Duration;
        }

        Require(isSound: false, "due", "is no time about an occasion; write such as 8h before or 24h after");
        return Duration.Zero;
    }

    public bool IsBinding()
    {
        var binding = values.GetValueOrDefault("binding", "yes");
        Require(binding is "yes" or "no", "binding", "is neither yes nor no");
        return binding == "yes";
    }

    public void RequirePeriodOrOccasion() => Require(values.ContainsKey("per") || values.ContainsKey("on"), "per", "says neither how often (per) nor what for (on)");

    private T? Named<T>(string name, ImmutableSortedDictionary<string, T> known)
        where T : struct
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        var found = known.TryGetValue(text, out var value);
        Require(found, name, $"is none of {string.Join(", ", known.Keys)}");
        return found ? value : null;
    }

    private void Require(bool isSound, string name, string problem)
    {
        if (!isSound)
        {
            faults.Add(new Violation(name, $"\"{values.GetValueOrDefault(name, "")}\" {problem}."));
        }
    }
}
