using NodaTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Store;

/// <summary>A revision as it is stored: added once, never changed or deleted.</summary>
internal sealed class RevisionRow
{
    public required string PolicyId { get; init; }

    public required string RevisionId { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>From when it is in force.</summary>
    public required Instant EffectiveTime { get; init; }

    /// <summary>The date that the document itself names.</summary>
    public required LocalDate DocumentDate { get; init; }

    public required Instant RecordTime { get; init; }

    public required RevisionOrigin Origin { get; init; }

    /// <summary>The canonical document, UTF-8.</summary>
    public required byte[] Document { get; init; }

    /// <summary>The row of a sound document.</summary>
    public static RevisionRow Of(ParsedPolicy document, Instant effective, Instant recorded, RevisionOrigin origin) => new()
    {
        PolicyId = document.Policy!.Id,
        RevisionId = document.ContentHash![..PolicyRevision.IdLength],
        ContentHash = document.ContentHash,
        EffectiveTime = effective,
        DocumentDate = document.Policy.EffectiveFrom,
        RecordTime = recorded,
        Origin = origin,
        Document = [.. document.CanonicalBytes],
    };
}
