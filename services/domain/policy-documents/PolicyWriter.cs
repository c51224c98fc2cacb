using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Writing;

namespace SlaPlatform.PolicyDocuments;

/// <summary>
/// Writes the canonical form of a policy document: JSON, which is YAML too, with keys in a fixed order, defaults and sources written out,
/// amounts in their largest exact units. Documents of the same meaning have the same bytes; reading the bytes gives an equal policy.
/// </summary>
public static class PolicyWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 1,
        NewLine = "\n",
        // Readable UTF-8: the document is never put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The canonical bytes (UTF-8) of a policy.</summary>
    /// <param name="policy">A sound policy.</param>
    /// <param name="accepts">The findings its document accepts, in their order.</param>
    public static ImmutableArray<byte> Write(Policy policy, ImmutableArray<Acceptance> accepts = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new CanonicalPolicy(json).Write(policy, accepts.IsDefault ? [] : accepts);
        }

        return [.. buffer.WrittenSpan];
    }

    /// <summary>Lower-case hexadecimal SHA-256 of canonical bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> canonicalBytes) => Convert.ToHexStringLower(SHA256.HashData(canonicalBytes));
}
