using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Every revision of every policy. Immutable.</summary>
internal sealed class RevisionBook
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<Publication>> _histories;

    private RevisionBook(ImmutableSortedDictionary<string, ImmutableArray<Publication>> histories) => _histories = histories;

    public static RevisionBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<Publication>>(StringComparer.Ordinal));

    /// <summary>The revisions in force at a time, by policy id.</summary>
    public IEnumerable<Publication> InForce(Instant at) =>
        _histories.Values.Select(history => history.FirstOrDefault(publication => publication.Covers(at))).OfType<Publication>();

    /// <summary>The book with another revision; the same revision twice is held once.</summary>
    public RevisionBook With(Publication added)
    {
        var history = _histories.GetValueOrDefault(added.Policy.Id, []);
        if (history.Any(known => known.Revision.Id == added.Revision.Id))
        {
            return this;
        }

        Publication[] ordered =
        [
            .. history.Add(added)
                .OrderBy(publication => publication.Revision.EffectiveTime).ThenBy(publication => publication.RecordTime).ThenBy(publication => publication.Revision.Id, StringComparer.Ordinal),
        ];
        var spans = ordered.Select((publication, i) => publication with { SupersededTime = i + 1 < ordered.Length ? ordered[i + 1].Revision.EffectiveTime : null });
        return new(_histories.SetItem(added.Policy.Id, [.. spans]));
    }

    /// <summary>Whether it holds a revision, or any of the policy.</summary>
    public bool Has(string policyId, string? revision) =>
        _histories.TryGetValue(policyId, out var history) && (revision is null || history.Any(publication => publication.Revision.Id == revision));

    /// <summary>The revisions of a policy, latest effective time first.</summary>
    /// <exception cref="RefusalException">There is no such policy.</exception>
    public ImmutableArray<Publication> History(string policyId) => _histories.TryGetValue(policyId, out var history)
        ? [.. history.Reverse()]
        : throw Refusals.NotFound(ErrorReason.PolicyNotFound, $"policies/{policyId}", "list policies with ListPolicies");

    /// <summary>A revision by its id, or the one in force at a time.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public Publication Find(string policyId, string? revision, Instant at)
    {
        var history = History(policyId);
        if (revision is null)
        {
            return history.FirstOrDefault(publication => publication.Covers(at)) ?? throw Refusals.FailedPrecondition(
                ErrorReason.NoRevisionInForce,
                $"policies/{policyId}",
                $"No revision of policy '{policyId}' is in force at {at}; the earliest is from {history[^1].Revision.EffectiveTime}: ask for a later time or name a revision.");
        }

        return history.FirstOrDefault(publication => publication.Revision.Id == revision) ?? throw Refusals.NotFound(
            ErrorReason.RevisionNotFound, $"policies/{policyId}@{revision}", "list revisions with ListPolicyRevisions");
    }
}
