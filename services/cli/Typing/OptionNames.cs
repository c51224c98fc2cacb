using System.CommandLine;

namespace SlaPlatform.Cli.Typing;

/// <summary>
/// The options and arguments of a command by the contracts' fields. A field's own name is tried first, then the names below, then the message that holds it.
/// </summary>
internal sealed class OptionNames(Command command) : ITypedNames
{
    // Only where the option is not called as the field is, less an ending of _time, _date or _duration and the s of a list.
    private static readonly Dictionary<string, string[]> Aliases = new()
    {
        ["account_id"] = ["account"],
        ["agreed_by_contact"] = ["--agreed-by", "--agreed"],
        ["as_of_time"] = ["--at"],
        ["business_day"] = ["--business-day"],
        ["channel_identity"] = ["--identity"],
        ["contact_id"] = ["contact"],
        ["display_name"] = ["--name"],
        ["effective_end_time"] = ["--at"],
        ["effective_time"] = ["--at"],
        ["end_date"] = ["--until"],
        ["end_time"] = ["--to", "--until", "--at"],
        ["equivalent_offered"] = ["--equivalent"],
        ["event_time"] = ["--at"],
        ["exceptions"] = ["--closed"],
        ["exclusion"] = ["--cause"],
        ["fixed_tickets"] = ["--fixes"],
        ["inline_calendar"] = ["--windows"],
        ["monthly_fee"] = ["--fee"],
        ["operator"] = ["--by"],
        ["override_reason"] = ["--reason"],
        ["page_size"] = ["--limit"],
        ["prepaid_fees"] = ["--fees"],
        ["quantity"] = ["--by"],
        ["start_date"] = ["--from"],
        ["start_time"] = ["--from", "--since"],
        ["subscription_id"] = ["--id"],
        ["ticket_id"] = ["--id"],
        ["time_zone"] = ["--account-zone", "--zone"],
        ["verified_level"] = ["--verified-level", "--level"],
    };

    private static readonly string[] Endings = ["-time", "-date", "-duration"];

    private readonly HashSet<string> _options = [.. OptionsOf(command)];

    public TypedPlace Of(string field)
    {
        var segments = FieldSegment.Split(field);
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            if (Find(segments[i].Name) is { } name)
            {
                return new TypedPlace(KeyOf(segments, i) is { } key ? $"{name} {key}" : name);
            }
        }

        return new TypedPlace(field);
    }

    // The options that take key=value are named with their key.
    private static string? KeyOf(FieldSegment[] segments, int i) => segments[i] switch
    {
        { Name: "readings" or "level_map", Key: { } key } => key,
        { Name: "report" } when i + 1 < segments.Length => segments[i + 1].Name,
        _ => null,
    };

    private static IEnumerable<string> OptionsOf(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(Ancestors).SelectMany(parent => parent.Options.Where(option => option.Recursive));
        return command.Options.Concat(inherited).Select(option => option.Name);
    }

    private static IEnumerable<Command> Ancestors(Command command) => command.Parents.OfType<Command>().SelectMany(Ancestors).Prepend(command);

    private string? Find(string segment)
    {
        // The resource that a request is about is the first argument, whatever it is called.
        if (segment is "name" or "parent")
        {
            return command.Arguments.FirstOrDefault()?.Name;
        }

        var word = segment.Replace('_', '-');
        string[] names = [$"--{word}", segment, $"--{Short(word)}", .. Aliases.GetValueOrDefault(segment, [])];
        return names.FirstOrDefault(name => name.StartsWith("--", StringComparison.Ordinal) ? _options.Contains(name) : command.Arguments.Any(argument => argument.Name == name));
    }

    private static string Short(string word) =>
        Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? word[..^ending.Length] : word.TrimEnd('s');
}
