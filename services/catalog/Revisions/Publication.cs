using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>A revision with its canonical document and its place in the policy's history.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Document">The canonical document, UTF-8.</param>
/// <param name="SupersededTime">Until when it is in force, exclusive; null while no later revision is known.</param>
internal sealed record Publication(PolicyRevision Revision, ImmutableArray<byte> Document, Instant? SupersededTime)
{
    public Policy Policy => Revision.Policy;

    public PolicyName Name => new(Policy.Id);

    public PolicyRevisionName RevisionName => new(Policy.Id, Revision.Id);

    /// <summary>Whether it is in force at a time.</summary>
    public bool Covers(Instant at) => Revision.EffectiveTime <= at && (SupersededTime is not { } end || at < end);
}
