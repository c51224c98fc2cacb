using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Vocabulary.V1;
using Enum = System.Enum;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>What is bad for a field, by its type and name.</summary>
internal static class BadValues
{
    /// <summary>Sent as half a surrogate pair in UTF-8, which no text can hold.</summary>
    public const char LoneSurrogate = '\uE000';

    private const int UnknownChoice = 999;
    private const long YearTenThousand = 253_402_300_800;
    private const long YearOne = -62_135_596_800;

    public static IMessage New(MessageDescriptor type) => type.Parser.ParseFrom([]);

    /// <summary>Whether a message is given values as a whole.</summary>
    public static bool IsKnown(MessageDescriptor type) => type.ClrType == typeof(Timestamp) || type.ClrType == typeof(Duration) || type.ClrType == typeof(Date)
        || type.ClrType == typeof(Money) || type.ClrType == typeof(FieldMask);

    /// <summary>A value that is nothing special.</summary>
    public static object Plain(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => New(field.MessageType),
        FieldType.String => "x",
        FieldType.Bytes => ByteString.CopyFromUtf8("x"),
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, 1),
        FieldType.Bool => true,
        FieldType.Int64 or FieldType.SInt64 => 1L,
        _ => 1,
    };

    public static IEnumerable<BadValue> Of(FieldDescriptor field, object? present, IMessage request) => field.FieldType switch
    {
        FieldType.String => OfText(field.Name, present as string ?? "", request),
        FieldType.Bytes => OfBytes(),
        FieldType.Enum => [Unknown(field, UnknownChoice), Unknown(field, -1), Choice("unspecified", field, 0)],
        FieldType.Int32 or FieldType.SInt32 => OfNumber(field.Name),
        FieldType.Int64 or FieldType.SInt64 => [new("-1", -1L), new("the least", long.MinValue), new("the most", long.MaxValue)],
        FieldType.Bool => [],
        _ => throw new NotSupportedException($"{field.FullName} is of a type that no rpc took before; say here what is bad for it."),
    };

    public static IEnumerable<BadValue> OfMessage(FieldDescriptor field)
    {
        var type = field.MessageType.ClrType;
        return type == typeof(Timestamp) ? Times
            : type == typeof(Duration) ? Durations
            : type == typeof(Date) ? Dates.Where(value => field.Name != "month" || value.What != "31 February")
            : type == typeof(Money) ? Moneys
            : type == typeof(FieldMask) ? Masks
            : [new("empty message", New(field.MessageType))];
    }

    private static IEnumerable<BadValue> Times =>
    [
        new("nanos of 2e9", new Timestamp { Seconds = 1_780_000_000, Nanos = 2_000_000_000 }, Demand.Refused),
        new("negative nanos", new Timestamp { Seconds = 1_780_000_000, Nanos = -1 }, Demand.Refused),
        new("the year 10000", new Timestamp { Seconds = YearTenThousand }, Demand.Refused),
        new("the most seconds", new Timestamp { Seconds = long.MaxValue }, Demand.Refused),
        new("the least seconds", new Timestamp { Seconds = long.MinValue }, Demand.Refused),
        new("the year 1", new Timestamp { Seconds = YearOne }, Demand.Refused),
        new("the year 1969", new Timestamp { Seconds = -1 }, Demand.Refused),
        new("the epoch", new Timestamp()),
        new("the year 2199", new Timestamp { Seconds = 7_258_118_399, Nanos = 999_999_999 }),
    ];

    private static IEnumerable<BadValue> Durations =>
    [
        new("negative", new Duration { Seconds = -1 }, Demand.Refused),
        new("of two signs", new Duration { Seconds = 1, Nanos = -1 }, Demand.Refused),
        new("nanos of 2e9", new Duration { Seconds = 1, Nanos = 2_000_000_000 }, Demand.Refused),
        new("a million years", new Duration { Seconds = 31_556_952_000_000 }, Demand.Refused),
        new("the most seconds", new Duration { Seconds = long.MaxValue }, Demand.Refused),
        new("zero", new Duration()),
        new("a nanosecond", new Duration { Nanos = 1 }),
    ];

    private static IEnumerable<BadValue> Dates =>
    [
        new("31 February", new Date { Year = 2026, Month = 2, Day = 31 }, Demand.Refused),
        new("the year 0", new Date { Month = 2, Day = 3 }, Demand.Refused),
        new("the month 13", new Date { Year = 2026, Month = 13, Day = 1 }, Demand.Refused),
        new("negative", new Date { Year = -2026, Month = -1, Day = -1 }, Demand.Refused),
        new("the most", new Date { Year = int.MaxValue, Month = int.MaxValue, Day = int.MaxValue }, Demand.Refused),
        new("the year 9999", new Date { Year = 9999, Month = 12, Day = 31 }, Demand.Refused),
        new("empty", new Date(), Demand.Refused),
        new("the year 2199", new Date { Year = 2199, Month = 12, Day = 31 }),
        new("the year 1970", new Date { Year = 1970, Month = 1, Day = 1 }),
    ];

    private static IEnumerable<BadValue> Moneys =>
    [
        new("unknown currency", new Money { CurrencyCode = "QQQ", Units = 1 }, Demand.RefusedFor(ErrorReason.UnknownCurrency)),
        new("currency in lower case", new Money { CurrencyCode = "eur", Units = 1 }, Demand.Refused),
        new("currency of 10,000 characters", new Money { CurrencyCode = new string('E', 10_000), Units = 1 }, Demand.Refused),
        new("currency with NUL", new Money { CurrencyCode = "EU\0", Units = 1 }, Demand.Refused),
        new("empty", new Money(), Demand.Refused),
        new("negative", new Money { CurrencyCode = "EUR", Units = -1 }, Demand.Refused),
        new("nanos of the other sign", new Money { CurrencyCode = "EUR", Units = 1, Nanos = -1 }, Demand.Refused),
        new("nanos of 2e9", new Money { CurrencyCode = "EUR", Units = 1, Nanos = 2_000_000_000 }, Demand.Refused),
        new("the least units", new Money { CurrencyCode = "EUR", Units = long.MinValue, Nanos = -999_999_999 }, Demand.Refused),
        new("the most units", new Money { CurrencyCode = "EUR", Units = long.MaxValue, Nanos = 999_999_999 }),
        new("half a yen", new Money { CurrencyCode = "JPY", Units = 1, Nanos = 500_000_000 }),
    ];

    private static IEnumerable<BadValue> Masks =>
    [
        new("unknown field", new FieldMask { Paths = { "nothing" } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("a field of a field", new FieldMask { Paths = { "name.name" } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("the name", new FieldMask { Paths = { "name" } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("no path", new FieldMask(), Demand.Refused),
        new("an empty path", new FieldMask { Paths = { "" } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("a path of 10,000 characters", new FieldMask { Paths = { new string('x', 10_000) } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("a path with NUL", new FieldMask { Paths = { "a\0b" } }, Demand.RefusedFor(ErrorReason.InvalidUpdateMask)),
        new("10,000 paths", new FieldMask { Paths = { Enumerable.Range(0, 10_000).Select(i => $"p{i}") } }, Demand.Refused),
    ];

    private static BadValue Unknown(FieldDescriptor field, int number) => Choice($"{number}", field, number) with { Demand = Demand.Refused };

    private static BadValue Choice(string what, FieldDescriptor field, int number) => new(what, Enum.ToObject(field.EnumType.ClrType, number));

    private static IEnumerable<BadValue> OfNumber(string name) => name == "page_size"
        ? [new("-1", -1, Demand.RefusedFor(ErrorReason.InvalidPageSize)), new("the least", int.MinValue, Demand.RefusedFor(ErrorReason.InvalidPageSize)), new("the most", int.MaxValue, Demand.Answered)]
        : [new("-1", -1), new("the least", int.MinValue), new("the most", int.MaxValue), new("0", 0)];

    private static IEnumerable<BadValue> OfBytes() =>
    [
        new("empty", ByteString.Empty),
        new("no UTF-8", ByteString.CopyFrom(0xC3, 0x28, 0, 0xFF)),
        new("many anchors", ByteString.CopyFromUtf8("a: &a [x]\nb: [*a, *a, *c]\n")),
        new("deep", ByteString.CopyFromUtf8(new string('[', 5_000))),
        new("2 MiB", ByteString.CopyFrom(Encoding.ASCII.GetBytes(new string('x', 2 * 1024 * 1024)))),
    ];

    private static IEnumerable<BadValue> OfText(string name, string present, IMessage request) => name switch
    {
        "page_token" => BadTexts.PageTokens(request),
        "request_id" => BadTexts.RequestIds,
        "etag" => BadTexts.Etags(present),
        "quantity" => BadTexts.Numbers,
        _ => present.Contains('/', StringComparison.Ordinal) || name is "name" or "parent" ? BadTexts.Names : BadTexts.Any,
    };
}
