using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SlaPlatform.Rpc.Requests;

/// <summary>
/// A hash of what a request means: the same fields give the same digest in every process and version that knows these fields,
/// however maps are ordered on the wire. Unset fields, those at a default that cannot be told from it, and fields unknown to this version do not count.
/// </summary>
public static class RequestDigest
{
    /// <summary>The field that names a request and is no part of what it means.</summary>
    public const string RequestIdField = "request_id";

    /// <summary>The lowercase hexadecimal SHA-256 of a request without its <c>request_id</c>.</summary>
    public static string Of(IMessage request) => Of(request, RequestIdField);

    /// <summary>The lowercase hexadecimal SHA-256 of a request without some of its own fields.</summary>
    /// <param name="request">The request.</param>
    /// <param name="without">Names of fields as the proto spells them; they are left out at the top level only.</param>
    public static string Of(IMessage request, params ReadOnlySpan<string> without)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(hash, request.Descriptor.FullName);
        Message(hash, request, without);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Message(IncrementalHash hash, IMessage message, ReadOnlySpan<string> without)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (IsSet(field, message) && !without.Contains(field.Name))
            {
                Number(hash, field.FieldNumber);
                Field(hash, field.Accessor.GetValue(message));
            }
        }

        Number(hash, 0);
    }

    private static bool IsSet(FieldDescriptor field, IMessage message) => field.Accessor.GetValue(message) switch
    {
        IList list => list.Count > 0,
        IDictionary map => map.Count > 0,
        var value when field.HasPresence => field.Accessor.HasValue(message) && value is not null,
        string text => text.Length > 0,
        ByteString bytes => !bytes.IsEmpty,
        // A field that a later version adds is at its default in every request of before.
        Enum choice => Convert.ToInt64(choice, CultureInfo.InvariantCulture) != 0,
        bool set => set,
        var number => Convert.ToDouble(number, CultureInfo.InvariantCulture) != 0,
    };

    private static void Field(IncrementalHash hash, object value)
    {
        switch (value)
        {
            case IDictionary map:
                Number(hash, map.Count);
                foreach (var entry in Entries(map).OrderBy(entry => Convert.ToString(entry.Key, CultureInfo.InvariantCulture), StringComparer.Ordinal))
                {
                    Value(hash, entry.Key);
                    Value(hash, entry.Value!);
                }

                break;
            case IList list:
                Number(hash, list.Count);
                foreach (var item in list)
                {
                    Value(hash, item);
                }

                break;
            default:
                Value(hash, value);
                break;
        }
    }

    // Enumerating a map through IEnumerable gives pairs of its own types, not entries.
    private static IEnumerable<DictionaryEntry> Entries(IDictionary map)
    {
        for (var entries = map.GetEnumerator(); entries.MoveNext();)
        {
            yield return entries.Entry;
        }
    }

    private static void Value(IncrementalHash hash, object value)
    {
        switch (value)
        {
            case IMessage message:
                Message(hash, message, []);
                break;
            case ByteString bytes:
                Number(hash, bytes.Length);
                hash.AppendData(bytes.Span);
                break;
            case Enum choice:
                Number(hash, Convert.ToInt64(choice, CultureInfo.InvariantCulture));
                break;
            default:
                Text(hash, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    private static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
