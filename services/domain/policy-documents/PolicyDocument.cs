using System.Text;
using SlaPlatform.PolicyDocuments.Parsing;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments;

/// <summary>Reads policy documents: YAML, or the canonical form that <see cref="PolicyWriter"/> writes.</summary>
public static class PolicyDocument
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a document; never throws for what it contains.</summary>
    /// <param name="yaml">UTF-8 text, with or without a byte-order mark, at most <see cref="DocumentLimits.Bytes"/> bytes.</param>
    public static ParsedPolicy Parse(ReadOnlySpan<byte> yaml) => Parse(yaml, isStored: false);

    /// <summary>The same of a document that was stored already; what only newer documents must keep to is not asked of it.</summary>
    internal static ParsedPolicy ParseStored(ReadOnlySpan<byte> yaml) => Parse(yaml, isStored: true);

    /// <summary>Reads a document; never throws for what it contains.</summary>
    /// <param name="yaml">At most <see cref="DocumentLimits.Bytes"/> bytes in UTF-8.</param>
    public static ParsedPolicy Parse(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var bytes = yaml.Length > DocumentLimits.Bytes ? yaml.Length : Encoding.UTF8.GetByteCount(yaml);
        return bytes > DocumentLimits.Bytes ? TooLarge(bytes) : Read(yaml.TrimStart('\uFEFF'), isStored: false);
    }

    private static ParsedPolicy Parse(ReadOnlySpan<byte> yaml, bool isStored)
    {
        if (yaml.Length > DocumentLimits.Bytes)
        {
            return TooLarge(yaml.Length);
        }

        try
        {
            return Read(StrictUtf8.GetString(yaml.StartsWith("\uFEFF"u8) ? yaml[3..] : yaml), isStored);
        }
        catch (DecoderFallbackException)
        {
            return Refused("encoding", "The document is not UTF-8 text; save it as UTF-8.");
        }
    }

    private static ParsedPolicy Read(string yaml, bool isStored)
    {
        var log = new ParseLog(isStored);
        var root = DocumentComposer.Compose(yaml, log);
        return root is null ? log.Outcome(null, []) : PolicyParser.Parse(root, log);
    }

    private static ParsedPolicy TooLarge(int bytes) =>
        Refused("too-large", $"The document has {bytes} bytes; the most is {DocumentLimits.Bytes}.");

    private static ParsedPolicy Refused(string rule, string message)
    {
        var log = new ParseLog();
        log.Add(Position.Start, "", rule, message);
        return log.Outcome(null, []);
    }
}
