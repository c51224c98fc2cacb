using NodaTime;
using SlaPlatform.Contracts.ResourceNames;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>A stored revision whose document this version of the catalog cannot read. It keeps its place in its policy's history, so that no other one counts as in force at its time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EffectiveTime">From when it is in force.</param>
/// <param name="RecordTime">When it was stored.</param>
/// <param name="Reason">Why, in a sentence about "it".</param>
internal sealed record UnreadableRevision(PolicyRevisionName Name, Instant EffectiveTime, Instant RecordTime, string Reason);
