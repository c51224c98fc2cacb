using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>
/// Composes a tree from YAML events. YamlDotNet's own tree stops at the first repeated key and has no limits; this one reports
/// and counts, and an alias shares its node.
/// </summary>
internal sealed class DocumentComposer
{
    private readonly Parser _events;
    private readonly ParseLog _log;
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);
    private int _aliases;
    private long _values;

    private DocumentComposer(string text, ParseLog log)
    {
        _events = new Parser(new StringReader(text));
        _log = log;
    }

    /// <summary>The document's root, or null when it is not one readable document; the log says why.</summary>
    public static DocumentNode? Compose(string text, ParseLog log)
    {
        try
        {
            return new DocumentComposer(text, log).Document();
        }
        catch (LimitException limit)
        {
            log.Add(limit.At, "", limit.Rule, limit.Message);
        }
        catch (YamlException error)
        {
            log.Add(At(error.Start), "", "syntax", $"This is not YAML: {error.Message.TrimEnd('.')}.");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner has no contract for malformed escapes and directives; whatever it throws, the text is at fault.
            log.Add(Position.Start, "", "syntax", "This is not YAML that can be read; check escapes and directives.");
        }

        return null;
    }

    private DocumentNode? Document()
    {
        Next<StreamStart>();
        if (!_events.MoveNext() || _events.Current is StreamEnd)
        {
            _log.Add(Position.Start, "", "empty", "The document is empty; write a policy.");
            return null;
        }

        _events.MoveNext();
        var root = Node(0);
        Next<DocumentEnd>();
        _events.MoveNext();
        if (_events.Current is not StreamEnd)
        {
            _log.Add(At(_events.Current!.Start), "", "several-documents", "The file holds several documents; write one policy per file.");
        }

        return root;
    }

    private DocumentNode Node(int depth)
    {
        var at = At(_events.Current!.Start);
        if (depth > DocumentLimits.Depth)
        {
            throw new LimitException(at, "too-deep", $"Values are nested deeper than {DocumentLimits.Depth} levels; flatten them.");
        }

        if (_events.Current is AnchorAlias alias)
        {
            return Alias(alias, at);
        }

        // Damaged flow collections can end where a value should be.
        if (_events.Current is not NodeEvent start)
        {
            throw new LimitException(at, "syntax", "A value is missing here; check brackets, braces and commas before it.");
        }

        Count(at, 1);
        if (!start.Tag.IsEmpty)
        {
            _log.Add(at, "", "tag", $"Tags such as {start.Tag.Value} have no meaning here; leave it out.");
        }

        DocumentNode node = start switch
        {
            Scalar scalar => Text(scalar, at),
            SequenceStart => List(at, depth),
            _ => Map(at, depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private DocumentNode Alias(AnchorAlias alias, Position at)
    {
        if (++_aliases > DocumentLimits.Aliases)
        {
            throw new LimitException(at, "too-many-aliases", $"The document has more than {DocumentLimits.Aliases} aliases; write values out.");
        }

        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw new LimitException(at, "unknown-alias", $"The alias *{alias.Value.Value} has no complete anchor before it; define it first.");
        }

        Count(at, target.Weight);
        return target;
    }

    private static ScalarNode Text(Scalar scalar, Position at) => new(at, scalar.Value, scalar.IsPlainImplicit && scalar.Style == ScalarStyle.Plain);

    private ListNode List(Position at, int depth)
    {
        var items = new List<DocumentNode>();
        while (Advance() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
            CheckCount(items.Count, at);
        }

        return new ListNode(at, items);
    }

    private MapNode Map(Position at, int depth)
    {
        var entries = new List<(ScalarNode, DocumentNode)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Advance() is not MappingEnd)
        {
            var key = Node(depth + 1);
            Advance();
            var value = Node(depth + 1);
            if (key is not ScalarNode { IsNull: false } name)
            {
                _log.Add(key, "", "key", "A key must be a text.");
            }
            else if (!lines.TryAdd(name.Value, name.At.Line))
            {
                _log.Add(name, "", "duplicate-key", $"The key {name.Value} is already given in line {lines[name.Value]}; keep one of the two.");
            }
            else
            {
                entries.Add((name, value));
            }

            CheckCount(lines.Count, at);
        }

        return new MapNode(at, entries);
    }

    private void Count(Position at, long values)
    {
        if ((_values += values) > DocumentLimits.Values)
        {
            throw new LimitException(at, "too-many-values", $"The document holds more than {DocumentLimits.Values} values, those behind aliases included; shorten it.");
        }
    }

    private static void CheckCount(int count, Position at)
    {
        if (count > DocumentLimits.Items)
        {
            throw new LimitException(at, "too-many-items", $"A list or mapping holds more than {DocumentLimits.Items} items; shorten it.");
        }
    }

    private ParsingEvent Advance() => _events.MoveNext()
        ? _events.Current!
        : throw new LimitException(Position.Start, "syntax", "The document ends in the middle of a value.");

    private void Next<T>()
    {
        if (Advance() is not T)
        {
            throw new LimitException(At(_events.Current!.Start), "syntax", "The document is not complete.");
        }
    }

    private static Position At(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
