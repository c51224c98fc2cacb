using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;
using WirePolicy = SlaPlatform.Contracts.Catalog.V1.Policy;

namespace SlaPlatform.PolicyClient;

/// <summary>Reads a revision from the catalog's answer.</summary>
internal static class RevisionReader
{
    /// <exception cref="InvalidDataException">The document cannot be read here, or is not the one that its hash names: the catalog runs another version.</exception>
    public static PolicyRevision Read(WirePolicy answer)
    {
        try
        {
            return new PolicyRevision(answer.DocumentSha256, answer.EffectiveTime.ToInstant(), StoredDocument.Read(answer.DocumentSha256, answer.Document.Span));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"The catalog's document of {answer.RevisionName} cannot be used. {e.Message}", e);
        }
    }
}
