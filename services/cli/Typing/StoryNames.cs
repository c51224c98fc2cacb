using System.Globalization;
using SlaPlatform.Cli.Stories;

namespace SlaPlatform.Cli.Typing;

/// <summary>The keys of a story file by the contracts' fields.</summary>
/// <param name="file">The file.</param>
/// <param name="scenario">Which of its scenarios was asked about, from zero.</param>
internal sealed class StoryNames(StoryFile file, int scenario) : ITypedNames
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["agreed_by_contact"] = "agreed_by",
        ["open_time"] = "opened",
        ["plan_id"] = "plan",
        ["record_time"] = "recorded",
        ["service_unusable"] = "unusable",
        ["time_zone"] = "zone",
        ["until_time"] = "until",
        ["verified_level"] = "level",
    };

    public TypedPlace Of(string field) => new(FieldSegment.Split(field) switch
    {
        [{ Name: "story" }, { Name: "facts", Key: { } index }, .. var rest] => $"facts[{index}]{Fact(index, rest)}",
        [{ Name: "story" or "until_time" } first, .. var rest] => rest is [] ? Key(first) : Key(rest[^1]),
        [{ Name: "scenario" }, { Name: "time_zone" }] when file.Scenarios[scenario].Zone is null => "zone",
        [{ Name: "scenario" }, .. var rest] => $"scenarios[{scenario}]{(rest is [] ? "" : $".{Key(rest[^1])}")}",
        _ => field,
    });

    // A fact of the contract holds its details one level down; a file writes them beside its name.
    private string Fact(string index, FieldSegment[] rest) => rest switch
    {
        [{ Name: "effective_time" }] => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < file.Facts.Count && file.Facts[at].After is not null ? ".after" : ".at",
        [{ Name: "fact" }, { Name: "actor" }] => ".actor",
        [{ Name: "fact" }, _, .. { Length: > 0 } detail] => $".{Key(detail[^1])}",
        [{ Name: "fact" }, ..] => ".fact",
        [] => "",
        _ => $".{Key(rest[^1])}",
    };

    private static string Key(FieldSegment segment)
    {
        var name = Keys.GetValueOrDefault(segment.Name, segment.Name);
        return segment.Key is { } key ? $"{name}[{key}]" : name;
    }
}
