namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>A value of a document with its place.</summary>
internal abstract class DocumentNode(Position at)
{
    public Position At { get; } = at;

    /// <summary>How many values it holds, itself included, aliases counted each time.</summary>
    public long Weight { get; protected init; } = 1;

    /// <summary>What messages call this kind of value.</summary>
    public abstract string Kind { get; }
}

internal sealed class ScalarNode(Position at, string value, bool isPlain) : DocumentNode(at)
{
    public string Value { get; } = value;

    public bool IsNull { get; } = isPlain && value is "" or "~" or "null";

    public override string Kind => IsNull ? "nothing" : "a text";
}

internal sealed class ListNode : DocumentNode
{
    public ListNode(Position at, IReadOnlyList<DocumentNode> items)
        : base(at)
    {
        Items = items;
        Weight = 1 + items.Sum(item => item.Weight);
    }

    public IReadOnlyList<DocumentNode> Items { get; }

    public override string Kind => "a list";
}

internal sealed class MapNode : DocumentNode
{
    public MapNode(Position at, IReadOnlyList<(ScalarNode Key, DocumentNode Value)> entries)
        : base(at)
    {
        Entries = entries;
        Weight = 1 + entries.Sum(entry => entry.Value.Weight + 1);
    }

    public IReadOnlyList<(ScalarNode Key, DocumentNode Value)> Entries { get; }

    public override string Kind => "a mapping";
}
