using NodaTime;
using NodaTime.Text;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Replay;

/// <summary>What a replay says, as programs read it. Field names are documented in the README and do not change.</summary>
internal sealed record ReplayReport(ReplayReport.LogPart Log, IReadOnlyList<ReplayReport.ScenarioPart> Scenarios)
{
    /// <summary>What was read.</summary>
    internal sealed record LogPart(
        int Tickets, int Events, string FirstTime, string LastTime, string Zone, string UntilTime, IReadOnlyDictionary<string, int> Channels,
        IReadOnlyList<UnreadableTicket> Unreadable, IReadOnlyList<MovedRow> Clamped, IReadOnlyList<MovedRow> Ignored, IReadOnlyList<string> NotYetOpen);

    /// <summary>What became of the tickets under one scenario.</summary>
    /// <param name="FirstRevisionTime">Since when there is the policy; null when the plan names its revision or the catalog did not answer.</param>
    /// <param name="BeforeFirstRevision">How many tickets opened before that: they are judged by the latest revision.</param>
    internal sealed record ScenarioPart(
        string Label, string Plan, string? FirstRevisionTime, int BeforeFirstRevision, int Simulated, IReadOnlyList<RefusedTicket> Refused, IReadOnlyList<AttainmentPart> Attainment);

    /// <summary>One level and milestone.</summary>
    internal sealed record AttainmentPart(
        int Level, string Label, string Milestone, string? AttainmentPercent, int Decided, int Met, int Late, int Breached,
        int Open, int NotStarted, int Paused, int Exempt, int Untimed, int Cancelled);

    /// <param name="firstRevisions">Since when there is the policy of a scenario, by its label; those that name their revision are not in it.</param>
    public static ReplayReport Of(ReplayInput input, IEnumerable<ScenarioTally> tallies, IReadOnlyDictionary<string, Instant> firstRevisions) => new(
        new LogPart(
            input.Log.Tickets.Length, input.Log.EventCount, Time(input.Log.First), Time(input.Log.Last), input.Zone.Id, Time(input.Until),
            input.Channels, input.Log.Unreadable,
            MovedRow.Of(input.Stories, story => story.Clamped), MovedRow.Of(input.Stories, story => story.Ignored),
            input.NotYetOpen),
        [.. tallies.Select(tally => Part(input, tally, firstRevisions.TryGetValue(tally.Label, out var first) ? first : null))]);

    private static ScenarioPart Part(ReplayInput input, ScenarioTally tally, Instant? first) => new(
        tally.Label, tally.Plan, first is { } since ? Time(since) : null, input.Stories.Count(story => story.Story.OpenTime.ToInstant() < first),
        tally.SimulatedCount, tally.Refused, [.. tally.Rows.Select(Part)]);

    private static AttainmentPart Part(AttainmentRow row)
    {
        var counts = row.Counts;
        return new AttainmentPart(
            row.Level, row.Label, EnumWords.Word(row.Milestone), counts.Percent, counts.Decided, counts.Met, counts.Late, counts.Breached,
            counts.Open, counts.NotStarted, counts.Paused, counts.Exempt, counts.Untimed, counts.Cancelled);
    }

    private static string Time(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
