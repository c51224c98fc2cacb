using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SlaPlatform.Soak.Verification;

namespace SlaPlatform.Soak.Report;

/// <summary>How the soak went.</summary>
internal sealed record SoakReport
{
    private const int MostShown = 20;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required int Seed { get; init; }

    public required string Redis { get; init; }

    public required int Silos { get; init; }

    public required double Seconds { get; init; }

    public required int Tickets { get; init; }

    public required long Facts { get; init; }

    public required long Refused { get; init; }

    public required long Signals { get; init; }

    /// <summary>Tickets that a silo which starts loads from a snapshot.</summary>
    public required int Snapshots { get; init; }

    public required long Repeats { get; init; }

    public required double LongestAnswerSeconds { get; init; }

    public required double LongestLatenessSeconds { get; init; }

    public required int Resumptions { get; init; }

    public required ImmutableSortedDictionary<string, int> Disturbances { get; init; }

    /// <summary>Failures that no caller may see, and tokens that were refused to a watcher that always resumed.</summary>
    public required ImmutableArray<string> Improper { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether nothing was lost, doubled, missed or wrong.</summary>
    public bool IsClean => Findings.IsEmpty && Improper.IsEmpty && Facts > 0;

    public string ToJson() => JsonSerializer.Serialize(new
    {
        Clean = IsClean,
        Report = this with { Findings = [] },
        FindingCounts = Enum.GetValues<FindingKind>().ToDictionary(kind => kind.ToString(), Count),
        Findings = Findings.Take(MostShown).Select(finding => $"{finding.Kind} {finding.Ticket}: {finding.What}"),
    }, Json);

    public string ToTable()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {Seed}, {Silos} silos over {Redis}, {Seconds:F0} s");
        foreach (var (name, value) in Rows())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-44} {value,12}");
        }

        foreach (var finding in Findings.Take(MostShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {finding.Kind} {finding.Ticket}: {finding.What}");
        }

        foreach (var improper in Improper.Take(MostShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  improper answer: {improper}");
        }

        return text.Append(IsClean ? "clean: nothing lost, nothing doubled" : "NOT clean").ToString();
    }

    private int Count(FindingKind kind) => Findings.Count(finding => finding.Kind == kind);

    private IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("tickets opened", $"{Tickets}"),
        ("facts acknowledged", $"{Facts}"),
        ("facts refused by the engine", $"{Refused}"),
        ("signals raised", $"{Signals}"),
        ("tickets with a snapshot at the end", $"{Snapshots}"),
        ("calls repeated", $"{Repeats}"),
        ("longest answer, s", LongestAnswerSeconds.ToString("F1", CultureInfo.InvariantCulture)),
        ("longest lateness of a signal, s", LongestLatenessSeconds.ToString("F1", CultureInfo.InvariantCulture)),
        ("watcher resumed", $"{Resumptions}"),
        .. Disturbances.Select(entry => (entry.Key, $"{entry.Value}")),
        .. Enum.GetValues<FindingKind>().Select(kind => ($"found: {kind}", $"{Count(kind)}")),
        ("found: improper answers", $"{Improper.Length}"),
    ];
}
