using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>What is wrong with a command line that cannot be read. The parser names types of the runtime where a value has the wrong form; people are told what to write.</summary>
internal static class ParseFaults
{
    public static string[] Of(ParseResult parsed)
    {
        var messages = parsed.Errors.Select(TextOf).Distinct().ToArray();

        // A word that is no command is reported twice: as unknown, and as a missing command.
        return parsed.UnmatchedTokens.Count == 0 ? messages : [.. messages.Where(message => parsed.UnmatchedTokens.Any(token => message.Contains(token, StringComparison.Ordinal)))];
    }

    private static string TextOf(ParseError error) => error.SymbolResult is OptionResult given && error.Message.Contains($"'{nameof(System)}.", StringComparison.Ordinal)
        ? $"{given.Option.Name}: {Wrong(given)}"
        : error.Message;

    private static string Wrong(OptionResult given)
    {
        var element = given.Option.ValueType.GetElementType() ?? given.Option.ValueType;
        var type = Nullable.GetUnderlyingType(element) ?? element;
        var texts = given.Tokens.Select(token => token.Value).ToArray();
        return type == typeof(int)
            ? NotANumber(texts.FirstOrDefault(text => !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) ?? "")
            : $"'{string.Join(' ', texts)}' cannot be read.";
    }

    private static string NotANumber(string text) => text.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? $"{text} is out of range." : $"'{text}' is not a whole number.";
}
