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

    /// <summary>Reads a stored revision.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of its hash, or another version of the catalog wrote them and this one cannot read them.</exception>
    public static Publication Of(RevisionRow row) =>
        new(new PolicyRevision(row.ContentHash, row.EffectiveTime, StoredDocument.Read(row.ContentHash, row.Document)), [.. row.Document], row.RecordTime);
}
