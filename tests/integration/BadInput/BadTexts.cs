using Google.Protobuf;
using SlaPlatform.Contracts.Vocabulary.V1;
using Tokens = SlaPlatform.Rpc.Requests.PageTokens;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Texts that are bad for some field or other.</summary>
internal static class BadTexts
{
    private const int Long = 10_000;
    private static readonly string Longer = new('x', 300_000);

    public static IEnumerable<BadValue> RequestIds =>
    [
        new("empty", "", Demand.RefusedFor(ErrorReason.FieldRequired)),
        .. new[] { "7", "not-a-uuid", "00000000-0000-0000-0000-000000000000", "a\0b", new string('a', Long) }.Select(text => new BadValue(Shown(text), text, Demand.RefusedFor(ErrorReason.InvalidRequestId))),
    ];

    /// <summary>Bad for any text.</summary>
    public static IEnumerable<BadValue> Any =>
    [
        new("empty", ""),
        new("blank", " \t "),
        new("10,000 characters", new string('x', Long)),
        new("300,000 characters", Longer),
        new("wide characters", $"x{string.Concat(Enumerable.Repeat("\U0001F600", 100))}"),
        new("NUL", "a\0b", Demand.Refused),
        new("control characters", "a\u0001\u0007\u001B[31m\u007F\u0085b\r\nc"),
        new("half a surrogate pair", $"a{BadValues.LoneSurrogate}b", Demand.Unreadable),
        new("a quote", "a' OR 1=1 --"),
        new("another name", "accounts/none"),
    ];

    /// <summary>Bad for a name: no name at all, or one of another kind, or of nothing.</summary>
    public static IEnumerable<BadValue> Names =>
    [
        .. Any,
        .. new[] { "accounts/none/subscriptions/none", "policies/none", "policies/none@0", "policies/none/plans/none", "tickets/none" }.Select(name => new BadValue(name, name)),
        .. new[] { "accounts//", "/", "accounts/A B", "policies/xtm@", "policies/xtm@@1/plans/gold", "tickets/../none" }.Select(name => new BadValue(name, name, Demand.Refused)),
    ];

    /// <summary>Bad for a decimal number.</summary>
    public static IEnumerable<BadValue> Numbers =>
    [
        .. Any,
        new("-0.25", "-0.25"),
        .. new[] { "1e400", "1e1", "NaN", "Infinity", "99999999999999999999999999999999", "0x10", "1,5", "--1", "٣", " 1", "0.0000000000000000000000000000000000001" }
            .Select(text => new BadValue(text, text, Demand.RefusedFor(ErrorReason.InvalidQuantity))),
    ];

    /// <summary>Wrong for a resource that has one.</summary>
    public static IEnumerable<BadValue> Etags(string present) => new[] { "wrong", "ffffffff", "-1", "a\0b", new string('1', Long), "\U0001F600" }
        .Select(text => new BadValue(Shown(text), text, present.Length > 0 ? Demand.Refused : Demand.Orderly))
        .Prepend(new BadValue("empty", ""));

    /// <summary>No tokens, tokens of another request, and tokens of this one that the service did not make: they are not secret.</summary>
    public static IEnumerable<BadValue> PageTokens(IMessage request)
    {
        foreach (var text in new[] { "garbage", "*", "=", "AAAA", "a\0b", new string('A', Long), Tokens.Encode(new SlaPlatform.Contracts.Clocks.V1.GetTicketRequest(), "x") })
        {
            yield return new(Shown(text), text, Demand.RefusedFor(ErrorReason.InvalidPageToken));
        }

        foreach (var cursor in new[] { "", "x", "|", "||||", "\0", "-1", "99999999999999999999", "1:2:3", "accounts/none", "2026-13-45T99:99:99Z|x", "\U0001F600", "\n" })
        {
            yield return new($"the token of '{Shown(cursor)}'", Tokens.Encode(request, cursor));
        }
    }

    private static string Shown(string text) => text.Length <= 40 ? text.Replace("\0", "NUL", StringComparison.Ordinal) : $"{text.Length} characters";
}
