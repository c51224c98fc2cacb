using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments;

/// <summary>Reads documents that are stored under the hash of their bytes.</summary>
public static class StoredDocument
{
    /// <summary>
    /// The policy of a stored document. Its hash is of the bytes given, whatever this version would write for what they say: a key that later versions always write leaves
    /// the documents of earlier ones as they are.
    /// </summary>
    /// <param name="contentHash">Lower-case hexadecimal SHA-256 that names the document.</param>
    /// <param name="document">Its bytes.</param>
    /// <exception cref="InvalidDataException">The bytes are not those of the hash, or this version cannot read them; the message is a whole sentence about "it".</exception>
    public static Policy Read(string contentHash, ReadOnlySpan<byte> document)
    {
        var hash = PolicyWriter.Hash(document);
        if (hash != contentHash)
        {
            throw new InvalidDataException($"Its bytes have the hash {hash}, not {contentHash}.");
        }

        var parsed = PolicyDocument.ParseStored(document);
        return parsed.Policy ?? throw new InvalidDataException($"This version cannot read it: {parsed.Problems[0].Message}");
    }
}
