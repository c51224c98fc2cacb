using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Catalog.Store;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>A revision with its canonical document and its place in the policy's history.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Document">The canonical document, UTF-8.</param>
/// <param name="RecordTime">When it was stored.</param>
/// <param name="SupersededTime">Until when it is in force, exclusive; null while no later revision is known.</param>
internal sealed record Publication(PolicyRevision Revision, ImmutableArray<byte> Document, Instant RecordTime, Instant? SupersededTime = null)
{
    public Policy Policy => Revision.Policy;

    public PolicyName Name => new(Policy.Id);

    public PolicyRevisionName RevisionName => new(Policy.Id, Revision.Id);

    /// <summary>Whether it is in force at a time.</summary>
    public bool Covers(Instant at) => Revision.EffectiveTime <= at && (SupersededTime is not { } end || at < end);

    /// <summary>Reads a stored revision. Its hash is of the bytes stored, whatever this version would write for them.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of its hash, or another version of the catalog wrote them and this one cannot read them.</exception>
    public static Publication Of(RevisionRow row)
    {
        var parsed = PolicyDocument.Parse(row.Document);
        if (!parsed.IsValid)
        {
            throw new InvalidDataException($"The stored document of policies/{row.PolicyId}@{row.RevisionId} cannot be read: {parsed.Problems[0].Message}");
        }

        return PolicyWriter.Hash([.. row.Document]) == row.ContentHash
            ? new Publication(new PolicyRevision(row.ContentHash, row.EffectiveTime, parsed.Policy), [.. row.Document], row.RecordTime)
            : throw new InvalidDataException($"The stored document of policies/{row.PolicyId}@{row.RevisionId} is not the one of its hash.");
    }
}
