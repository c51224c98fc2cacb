using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Plans;

/// <summary><c>sla plans readings domo/diamond 2 initial_response</c>: one due time under each reading of the source.</summary>
internal static class CompareReadingsCommand
{
    public static Command Create(CliHost host)
    {
        var plan = new Argument<string>("plan") { Description = "Policy and plan, such as domo/diamond." };
        var level = new Argument<int>("level") { Description = "The level, 1 for the gravest." };
        var milestone = new Argument<string>("milestone") { Description = $"{string.Join(", ", EnumWords.All<MilestoneKind>())}." };
        var start = new Option<string?>("--start") { Description = "When what starts it happens. Default: now.", HelpName = "time" };
        var events = new Option<string[]>("--event")
        {
            Description = $"When another event happens that can start it: event=time, of {string.Join(", ", EnumWords.All<StartEvent>().Where(word => word != "received"))}. May be repeated. Default: all at --start.",
            HelpName = "event=time",
        };
        var readings = new Option<string[]>("--reading") { Description = "A reading that stays as it is: id=value. May be repeated.", HelpName = "id=value" };
        var accountZone = new Option<string?>("--account-zone") { Description = "IANA zone for calendars in the account's zone. Default: --zone.", HelpName = "zone" };
        var command = new Command("readings", "Show when a target is due under each reading of its source.") { plan, level, milestone, start, events, readings, accountZone };
        return command.Runs(host, async context =>
        {
            var zone = context.Value(accountZone) is { } given ? ZoneText.Parse("--account-zone", given) : context.Zone;
            var request = new CompareReadingsRequest
            {
                Scenario = new Scenario { Plan = ShortNames.Plan("plan", context.Required(plan)), TimeZone = zone?.Id ?? "" },
                Level = context.Required(level),
                Milestone = EnumWords.Parse<MilestoneKind>("milestone", context.Required(milestone)),
                StartTime = (context.Time(start, zone) ?? context.Now).ToTimestamp(),
            };
            foreach (var (word, time) in Pairs.ParseAll("--event", context.Value(events)))
            {
                request.Events.Add(new StartingEvent { Event = EnumWords.Parse<StartEvent>("--event", word), EventTime = InstantText.Parse("--event", time, zone, context.Now).ToTimestamp() });
            }

            foreach (var (id, value) in Pairs.ParseAll("--reading", context.Value(readings)))
            {
                request.Scenario.Readings[id] = value;
            }

            var answer = await context.Platform.Simulation.CompareReadingsAsync(request, context.Call());
            context.Show(answer, () => View(answer, context.Zone ?? zone ?? DateTimeZone.Utc));
        });
    }

    private static Table View(CompareReadingsResponse answer, DateTimeZone zone)
    {
        string[] ids = [.. answer.Outcomes.SelectMany(outcome => outcome.Readings.Keys).Distinct().Order(StringComparer.Ordinal)];
        var table = Tables.Create($"times in {zone.Id}", [.. ids, "target", "due", "source"]);
        foreach (var outcome in answer.Outcomes)
        {
            table.Row(
                [
                    .. ids.Select(id => outcome.Readings.TryGetValue(id, out var value) ? value : ""),
                    outcome.Target.Summary, outcome.DueTime is null ? "untimed" : MilestoneView.Time(outcome.DueTime, zone), outcome.Target.Source,
                ]);
        }

        return table;
    }
}
