using NodaTime;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>What the announced end of a feature means for an account's term.</summary>
public sealed record SunsetTerms
{
    /// <summary>Works the terms out.</summary>
    /// <param name="rules">What the policy says.</param>
    /// <param name="prepaid">The account's term and the vendor's notice.</param>
    public SunsetTerms(SunsetRules rules, PrepaidTerm prepaid)
    {
        SunsetEnd = prepaid.Notice + rules.Notice;
        var lastEffect = SunsetEnd - rules.LatestEffectBeforeEnd;
        var lastNotice = lastEffect - rules.TerminationNotice;
        var runsOn = prepaid.Term.Start <= SunsetEnd && prepaid.Term.End > SunsetEnd;
        Termination = runsOn && lastNotice >= prepaid.Notice ? new TerminationTerms(lastNotice, lastEffect, prepaid) : null;
    }

    /// <summary>Last day of the sunset period, inclusive: the vendor's notice and the policy's period, month ends clamped.</summary>
    public LocalDate SunsetEnd { get; }

    /// <summary>How the account may leave; null when its term does not run on past the sunset period, because it ends within it or begins after it, or the periods leave no day for a notice.</summary>
    public TerminationTerms? Termination { get; }
}
