using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Every revision of every policy. Immutable.</summary>
internal sealed class RevisionBook
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<Entry>> _histories;

    private RevisionBook(ImmutableSortedDictionary<string, ImmutableArray<Entry>> histories) => _histories = histories;

    public static RevisionBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<Entry>>(StringComparer.Ordinal));

    /// <summary>The revisions that cannot be read, by policy id.</summary>
    public IEnumerable<UnreadableRevision> Unreadable => _histories.Values.SelectMany(history => history).Select(entry => entry.Unreadable).OfType<UnreadableRevision>();

    /// <summary>The revisions in force at a time, by policy id; a policy whose one cannot be read is left out.</summary>
    public IEnumerable<Publication> InForce(Instant at) =>
        _histories.Values.Select(history => history.FirstOrDefault(entry => entry.Covers(at))?.Publication).OfType<Publication>();

    /// <summary>The book with another revision; the same revision twice is held once.</summary>
    public RevisionBook With(Publication added) => With(new Entry(added.RevisionName, added.Revision.EffectiveTime, added.RecordTime, added, null));

    /// <summary>The book with a revision that cannot be read.</summary>
    public RevisionBook With(UnreadableRevision added) => With(new Entry(added.Name, added.EffectiveTime, added.RecordTime, null, added));

    /// <summary>Whether it holds a revision, or any of the policy.</summary>
    public bool Has(string policyId, string? revision) =>
        _histories.TryGetValue(policyId, out var history) && (revision is null || history.Any(entry => entry.Name.Revision == revision));

    /// <summary>The revisions of a policy that can be read, latest effective time first.</summary>
    /// <exception cref="RefusalException">There is no such policy, or none of its revisions can be read.</exception>
    public ImmutableArray<Publication> History(string policyId)
    {
        var entries = Entries(policyId);
        ImmutableArray<Publication> readable = [.. entries.Select(entry => entry.Publication).OfType<Publication>().Reverse()];
        return readable.IsEmpty ? throw Refused(entries[^1].Unreadable!) : readable;
    }

    /// <summary>A revision by its id, or the one in force at a time.</summary>
    /// <exception cref="RefusalException">There is none, or it cannot be read.</exception>
    public Publication Find(string policyId, string? revision, Instant at)
    {
        var entries = Entries(policyId);
        var found = revision is null
            ? entries.FirstOrDefault(entry => entry.Covers(at)) ?? throw Refusals.FailedPrecondition(
                ErrorReason.NoRevisionInForce,
                $"policies/{policyId}",
                $"No revision of policy '{policyId}' is in force at {at}; the earliest is from {entries[0].EffectiveTime}: ask for a later time or name a revision.")
            : entries.FirstOrDefault(entry => entry.Name.Revision == revision) ?? throw Refusals.NotFound(
                ErrorReason.RevisionNotFound, $"policies/{policyId}@{revision}", "list revisions with ListPolicyRevisions");
        return found.Publication ?? throw Refused(found.Unreadable!);
    }

    private static RefusalException Refused(UnreadableRevision revision) => Refusals.FailedPrecondition(
        ErrorReason.RevisionUnreadable,
        revision.Name.Format(),
        $"'{revision.Name.Format()}' is stored and cannot be read by this version of the catalog. {revision.Reason} Run the version that wrote it, or ask for another revision.");

    private ImmutableArray<Entry> Entries(string policyId) => _histories.TryGetValue(policyId, out var history)
        ? history
        : throw Refusals.NotFound(ErrorReason.PolicyNotFound, $"policies/{policyId}", "list policies with ListPolicies");

    private RevisionBook With(Entry added)
    {
        var history = _histories.GetValueOrDefault(added.Name.Policy, []);
        if (history.Any(known => known.Name == added.Name))
        {
            return this;
        }

        Entry[] ordered =
        [
            .. history.Add(added).OrderBy(entry => entry.EffectiveTime).ThenBy(entry => entry.RecordTime).ThenBy(entry => entry.Name.Revision, StringComparer.Ordinal),
        ];
        return new(_histories.SetItem(added.Name.Policy, [.. ordered.Select((entry, i) => entry.Until(i + 1 < ordered.Length ? ordered[i + 1].EffectiveTime : null))]));
    }

    /// <summary>A revision in its place: either readable or not.</summary>
    private sealed record Entry(PolicyRevisionName Name, Instant EffectiveTime, Instant RecordTime, Publication? Publication, UnreadableRevision? Unreadable, Instant? SupersededTime = null)
    {
        public bool Covers(Instant at) => EffectiveTime <= at && (SupersededTime is not { } end || at < end);

        public Entry Until(Instant? end) => this with { SupersededTime = end, Publication = Publication is null ? null : Publication with { SupersededTime = end } };
    }
}
