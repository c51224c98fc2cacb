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
        var parsed = PolicyDocument.Parse(answer.Document.Span);
        if (!parsed.IsValid)
        {
            throw new InvalidDataException($"The document of {answer.RevisionName} cannot be read: {parsed.Problems[0].Message}");
        }

        return parsed.ContentHash == answer.DocumentSha256
            ? new PolicyRevision(parsed.ContentHash, answer.EffectiveTime.ToInstant(), parsed.Policy)
            : throw new InvalidDataException($"The document of {answer.RevisionName} has the hash {parsed.ContentHash}, not the {answer.DocumentSha256} that the catalog names.");
    }
}
