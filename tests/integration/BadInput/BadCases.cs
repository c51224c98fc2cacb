using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>
/// Finds every field that a request can have, in what it holds and in the parts that it leaves out, and gives each what its type and name make bad.
/// </summary>
internal sealed class BadCases(IMessage seed)
{
    private const int Deepest = 6;
    private const int Many = 10_000;

    private readonly List<BadCase> _cases = [new BadCase("", "nothing at all", Demand.Orderly, Empty)];

    /// <summary>The faults for a valid request.</summary>
    public static IReadOnlyList<BadCase> For(IMessage seed)
    {
        var cases = new BadCases(seed);
        cases.Fields(seed.Descriptor, "", root => root, 0);
        return cases._cases;
    }

    private static void Empty(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            field.Accessor.Clear(message);
        }
    }

    private void Fields(MessageDescriptor type, string path, Func<IMessage, IMessage> owner, int depth)
    {
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (field.IsMap)
            {
                Map(field, at, owner, depth);
            }
            else if (field.IsRepeated)
            {
                List(field, at, owner, depth);
            }
            else if (field.FieldType == FieldType.Message)
            {
                Add(at, BadValues.OfMessage(field), (root, value) => field.Accessor.SetValue(owner(root), value));
                Add(at, "unset", Demand.Orderly, root => field.Accessor.Clear(owner(root)));
                Part(field.MessageType, at, root => PartOf(field, owner(root)), depth);
            }
            else
            {
                Add(at, BadValues.Of(field, field.Accessor.GetValue(owner(Copy())), seed), (root, value) => field.Accessor.SetValue(owner(root), value));
            }
        }
    }

    private void List(FieldDescriptor field, string at, Func<IMessage, IMessage> owner, int depth)
    {
        IList ListOf(IMessage root) => (IList)field.Accessor.GetValue(owner(root));
        object First(IMessage root) => ListOf(root) is { Count: > 0 } items ? items[0]! : BadValues.Plain(field);
        Add(at, "10,000 elements", Demand.Orderly, root =>
        {
            var (items, first) = (ListOf(root), First(root));
            for (var i = items.Count; i < Many; i++)
            {
                items.Add(first);
            }
        });
        Add(at, "none", Demand.Orderly, root => ListOf(root).Clear());
        Add(at, "the same twice", Demand.Orderly, root =>
        {
            var (items, first) = (ListOf(root), First(root));
            items.Clear();
            items.Add(first);
            items.Add(first);
        });
        if (field.FieldType != FieldType.Message)
        {
            Add($"{at}[0]", BadValues.Of(field, null, seed), (root, value) => Set(ListOf(root), value));
            return;
        }

        Add($"{at}[0]", "empty message", Demand.Orderly, root => Set(ListOf(root), BadValues.New(field.MessageType)));
        Part(field.MessageType, $"{at}[0]", root => ItemOf(ListOf(root), field.MessageType), depth);
    }

    private void Map(FieldDescriptor field, string at, Func<IMessage, IMessage> owner, int depth)
    {
        var (key, value) = (field.MessageType.FindFieldByNumber(1), field.MessageType.FindFieldByNumber(2));
        IDictionary MapOf(IMessage root) => (IDictionary)field.Accessor.GetValue(owner(root));
        object Sample(IMessage root) => MapOf(root).Values.Cast<object>().FirstOrDefault() ?? BadValues.Plain(value);
        Add(at, "10,000 entries", Demand.Orderly, root =>
        {
            var (entries, sample) = (MapOf(root), Sample(root));
            for (var i = 0; i < Many; i++)
            {
                entries[key.FieldType == FieldType.String ? $"k{i}" : Convert.ChangeType(i, BadValues.Plain(key).GetType(), CultureInfo.InvariantCulture)] = sample;
            }
        });
        Add($"{at}[a key]", BadValues.Of(key, null, seed), (root, bad) => MapOf(root)[bad] = Sample(root));
        if (value.FieldType == FieldType.Message)
        {
            Part(value.MessageType, $"{at}[first]", root => EntryOf(MapOf(root), key, value), depth);
            return;
        }

        Add($"{at}[first]", BadValues.Of(value, null, seed), (root, bad) =>
        {
            var entries = MapOf(root);
            entries[entries.Keys.Cast<object>().FirstOrDefault() ?? BadValues.Plain(key)] = bad;
        });
    }

    private void Part(MessageDescriptor type, string at, Func<IMessage, IMessage> part, int depth)
    {
        if (depth < Deepest && !BadValues.IsKnown(type))
        {
            Fields(type, at, part, depth + 1);
        }
    }

    private void Add(string at, IEnumerable<BadValue> values, Action<IMessage, object> put)
    {
        foreach (var bad in values)
        {
            Add(at, bad.What, Demanded(at, bad.Demand), root => put(root, bad.Value));
        }
    }

    // What is not read may be anything, as long as it is a message.
    private Demand Demanded(string at, Demand demand) => demand.Kind == DemandKind.Refused && IgnoredFields.Holds(seed.Descriptor, at) ? Demand.Orderly : demand;

    private void Add(string at, string what, Demand demand, Action<IMessage> apply) => _cases.Add(new BadCase(at, what, demand, apply));

    private IMessage Copy() => seed.Descriptor.Parser.ParseFrom(seed.ToByteArray());

    private static void Set(IList items, object value)
    {
        if (items.Count == 0)
        {
            items.Add(value);
        }
        else
        {
            items[0] = value;
        }
    }

    private static IMessage PartOf(FieldDescriptor field, IMessage owner)
    {
        if (field.Accessor.GetValue(owner) is IMessage part)
        {
            return part;
        }

        var made = BadValues.New(field.MessageType);
        field.Accessor.SetValue(owner, made);
        return made;
    }

    private static IMessage ItemOf(IList items, MessageDescriptor type)
    {
        if (items.Count == 0)
        {
            items.Add(BadValues.New(type));
        }

        return (IMessage)items[0]!;
    }

    private static IMessage EntryOf(IDictionary entries, FieldDescriptor key, FieldDescriptor value)
    {
        if (entries.Count == 0)
        {
            entries[BadValues.Plain(key)] = BadValues.New(value.MessageType);
        }

        return entries.Values.Cast<IMessage>().First();
    }
}
