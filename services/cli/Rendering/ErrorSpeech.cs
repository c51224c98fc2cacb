using System.Text.RegularExpressions;
using Google.Rpc;
using SlaPlatform.Cli.Typing;

namespace SlaPlatform.Cli.Rendering;

/// <summary>What people are told: one sentence, and the faults below it where there are several. Nothing is said twice.</summary>
/// <param name="Headline">The sentence; the fault itself where there is one.</param>
/// <param name="Faults">Each fault, at least two; or none.</param>
internal sealed partial record ErrorSpeech(string Headline, IReadOnlyList<string> Faults)
{
    /// <param name="faults">Every fault of the request, at least one.</param>
    /// <param name="reason">The reason of the whole; a fault of that reason need not repeat it.</param>
    public static ErrorSpeech Of(IReadOnlyList<(TypedPlace Place, ErrorViolation Violation)> faults, string? reason)
    {
        string[] lines = [.. faults.GroupBy(KeyOf).Select(group => Line([.. group], reason)).Distinct()];
        return lines is [var only] ? new(only, []) : new($"{lines.Length} things are wrong.", lines);
    }

    /// <param name="message">The platform's own sentence.</param>
    /// <param name="info">What it is about; null when nothing says so.</param>
    /// <param name="names">What was typed for the fields of the request.</param>
    public static ErrorSpeech Of(string message, ErrorInfo? info, ITypedNames names)
    {
        if (info is not null && info.Metadata.TryGetValue("field", out var field) && message.StartsWith($"{field}: ", StringComparison.Ordinal))
        {
            message = names.Of(field).Name + message[field.Length..];
        }

        return new(Remedies.For(info?.Reason) is null ? message : NamesOfMethods().Replace(message, "."), []);
    }

    // A window written for several days is one window, however many of them have the same fault.
    private static (string Place, string Message) KeyOf((TypedPlace Place, ErrorViolation Violation) fault) =>
        (fault.Place.Name, fault.Place.Day is { } day ? WithoutDay(TextOf(fault), day) : TextOf(fault));

    private static string TextOf((TypedPlace Place, ErrorViolation Violation) fault) =>
        fault.Place.Day is null ? fault.Violation.Message : WindowIndexes().Replace(fault.Violation.Message, "");

    private static string WithoutDay(string message, string day) => Enum.GetNames<DayOfWeek>().FirstOrDefault(name => name.StartsWith(day, StringComparison.OrdinalIgnoreCase)) is { } name
        ? message.Replace(name, "", StringComparison.Ordinal)
        : message;

    private static string Line((TypedPlace Place, ErrorViolation Violation)[] same, string? whole)
    {
        var (place, violation) = same[0];
        var text = TextOf(same[0]);
        var others = same.Any(fault => TextOf(fault) != text) ? $" The same holds on {string.Join(", ", same.Select(fault => fault.Place.Day).Distinct().Skip(1))}." : "";
        var reason = violation.Reason is null || violation.Reason == whole ? "" : $" [{violation.Reason}]";
        return $"{(place.Name.Length == 0 ? "" : $"{place.Name}: ")}{text}{others}{reason}";
    }

    [GeneratedRegex(@" \(windows\[\d+\]\)", RegexOptions.CultureInvariant)]
    private static partial Regex WindowIndexes();

    // The remedy names the command that lists them.
    [GeneratedRegex(@"; list [\w' ]+ with List\w+\.$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesOfMethods();
}
