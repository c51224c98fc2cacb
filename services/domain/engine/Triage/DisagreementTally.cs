using System.Collections.Immutable;

namespace SlaPlatform.Engine.Triage;

/// <summary>Counts tickets by claimed and verified level.</summary>
public sealed class DisagreementTally
{
    private readonly SortedDictionary<(int Claimed, int Verified), long> _pairs = [];

    /// <summary>Tickets with both levels.</summary>
    public long Compared => _pairs.Values.Sum();

    /// <summary>Of these, claimed graver than verified: with a smaller level.</summary>
    public long ClaimedGraver => _pairs.Where(pair => pair.Key.Claimed < pair.Key.Verified).Sum(pair => pair.Value);

    /// <summary>Of these, verified graver than claimed.</summary>
    public long VerifiedGraver => _pairs.Where(pair => pair.Key.Verified < pair.Key.Claimed).Sum(pair => pair.Value);

    /// <summary>Tickets by pair of levels, by claimed, then by verified level.</summary>
    public ImmutableArray<(int Claimed, int Verified, long Tickets)> Pairs => [.. _pairs.Select(pair => (pair.Key.Claimed, pair.Key.Verified, pair.Value))];

    /// <summary>Counts a ticket; one without both levels does not count.</summary>
    /// <param name="claimed">The customer's level, or null.</param>
    /// <param name="verified">Support's level, or null.</param>
    public void Add(int? claimed, int? verified)
    {
        if ((claimed, verified) is ({ } claim, { } level))
        {
            _pairs[(claim, level)] = _pairs.GetValueOrDefault((claim, level)) + 1;
        }
    }
}
