using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What a subscription grants of one feature over time.</summary>
public sealed record AllowanceTerms
{
    /// <summary>Holds the subscription's versions.</summary>
    /// <param name="contractStart">The first day of the subscription, which its contract years count from.</param>
    /// <param name="versions">The subscription between its changes, earliest first; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or they are out of order.</exception>
    public AllowanceTerms(LocalDate contractStart, ImmutableArray<AllowanceTerm> versions)
    {
        if (versions.IsEmpty || versions.Zip(versions.Skip(1)).Any(pair => pair.First.From > pair.Second.From))
        {
            throw new ArgumentException("A subscription has at least one version, and they come in order.", nameof(versions));
        }

        ContractStart = contractStart;
        Versions = versions;
    }

    /// <summary>The first day of the subscription.</summary>
    public LocalDate ContractStart { get; }

    /// <summary>The subscription between its changes, earliest first.</summary>
    public ImmutableArray<AllowanceTerm> Versions { get; }

    /// <summary>Whether there ever was a rule, so that there is a ledger.</summary>
    public bool HasRule => Versions.Any(version => version.Rules.Any(rule => rule.Rule is not null));

    /// <inheritdoc/>
    public bool Equals(AllowanceTerms? other) => other is not null && ContractStart == other.ContractStart && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ContractStart, Versions.Length);
}
