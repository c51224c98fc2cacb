using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Obligations;

/// <summary>What plans owe, read from what a policy states and grants.</summary>
public static class ObligationRules
{
    // Of the features that grant an amount each period, these are done for the account; the others are used by it.
    private static readonly ImmutableHashSet<string> OwedUnits = ["reviews", "snapshots", "meetings"];

    /// <summary>Everything that a plan of a policy owes, by id.</summary>
    /// <exception cref="InvalidOperationException">A provision's values cannot be read, which no policy document passes with.</exception>
    public static ImmutableArray<ObligationRule> Of(Policy policy, Plan plan)
    {
        var stated = policy.Provisions.Where(IsObligation)
            .Select(provision => Read(provision, id => policy.Features.FirstOrDefault(feature => feature.Id == id)).OrThrow())
            .Where(rule => rule.Feature is null || plan.Has(rule.Feature));
        var granted = policy.Features.Select(feature => Granted(feature, plan.Features.GetValueOrDefault(feature.Id))).OfType<ObligationRule>();
        return [.. stated.Concat(granted).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whether a provision states something that is owed: it has the value <c>owed</c>.</summary>
    public static bool IsObligation(Provision provision) => provision.Values.ContainsKey(ObligationWords.Owed);

    /// <summary>
    /// Reads such a provision: how many are <c>owed</c>, <c>per</c> which period or <c>on</c> which occasion (both: so many occasions a period, due at its end),
    /// when they are <c>due</c> (<c>8h before</c>, <c>24h after</c>; at the occasion when left out), which <c>feature</c> a plan needs for it, and whether it is <c>binding</c>.
    /// </summary>
    /// <param name="provision">The provision.</param>
    /// <param name="featureOf">The policy's feature with an id, or null.</param>
    /// <returns>The rule, or every value that is missing or not understood, under its own name.</returns>
    public static Validated<ObligationRule> Read(Provision provision, Func<string, Feature?> featureOf)
    {
        var words = new ObligationWords(provision.Values);
        var (count, per, on, before, isBinding) = (words.Count(), words.Period(), words.Occasion(), words.Before(), words.IsBinding());
        var feature = words.Feature(featureOf);
        words.RequirePeriodOrOccasion();
        return Validated.From(words.Faults, () => new ObligationRule
        {
            Id = provision.Id,
            Title = feature?.Name ?? provision.Text,
            Source = provision.Source,
            Feature = feature?.Id,
            Count = count,
            Per = per,
            Occasion = on,
            Before = on is null || per is not null ? null : before,
            IsBinding = isBinding,
        });
    }

    private static ObligationRule? Granted(Feature feature, FeatureValue? value) =>
        value is FeatureValue.Allowance { Amount: >= 1 } allowance && OwedUnits.Contains(allowance.Unit) && ObligationWords.PeriodOf(allowance.Per) is { } per
            ? new ObligationRule { Id = feature.Id, Title = feature.Name, Source = feature.Source, Feature = feature.Id, Count = (int)allowance.Amount, Per = per }
            : null;
}
