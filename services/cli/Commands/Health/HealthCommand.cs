using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Health;

/// <summary><c>sla health</c>: how the clock does, over all its silos.</summary>
internal static class HealthCommand
{
    public static Command Create(CliHost host) => new Command("health", "Say how the clock does: lateness, what is overdue, silos, Redis.").Runs(host, async context =>
    {
        var answer = await context.Platform.Clocks.GetClockHealthAsync(new GetClockHealthRequest(), context.Call());
        context.Show(answer, () => View(answer, context.Zone ?? DateTimeZone.Utc));
    });

    private static Rows View(ClockHealth answer, DateTimeZone zone)
    {
        var window = answer.Lateness.WindowDuration is { } over ? $" (last {DurationText.Show(Duration.FromTimeSpan(over.ToTimeSpan()))})" : "";
        var facts = Tables.Facts(
            ("open tickets", $"{answer.OpenTickets}"),
            ("armed timers", $"{answer.ArmedTickets}"),
            ("overdue wakes", answer.OverdueWakes == 0 ? "none" : $"{answer.OverdueWakes}, the oldest since {MilestoneView.Time(answer.OldestOverdueTime, zone)}"),
            ("shards", answer.UnheldShards == 0 ? $"{answer.Shards}" : $"{answer.Shards}, {answer.UnheldShards} of them held by no silo that answered"),
            ("redis", RedisOf(answer.Redis)),
            ("tzdb", answer.TzdbVersion),
            ("measured", MilestoneView.Time(answer.MeasureTime, zone)));
        var delays = Tables.Create(null, $"delay{window}", "count", "p50", "p99", "max").Right(1, 2, 3, 4)
            .Row("lateness of signals", $"{answer.Lateness.Signals}", Length(answer.Lateness.P50Duration), Length(answer.Lateness.P99Duration), Length(answer.Lateness.MaxDuration))
            .Row("storing a turn", $"{answer.AppendLatency.Appends}", Length(answer.AppendLatency.P50Duration), Length(answer.AppendLatency.P99Duration), Length(answer.AppendLatency.MaxDuration));
        var silos = Tables.Create(null, "silo", "status", "since", "shards").Right(3).Whole(0);
        foreach (var silo in answer.Silos)
        {
            silos.Row(silo.Address, silo.Answered ? EnumWords.Show(silo.Status) : $"{EnumWords.Show(silo.Status)}, no answer", MilestoneView.Time(silo.StartTime, zone), silo.Answered ? $"{silo.Shards}" : "?");
        }

        IRenderable[] parts = [facts, delays, silos, .. Weak(answer.Redis)];
        return new Rows(parts);
    }

    private static string RedisOf(RedisHealth redis) => !redis.Reachable
        ? "no answer"
        : $"{(redis.Server.Length == 0 ? "of unknown kind" : redis.Server)}, answers in {Length(redis.PingDuration)}; {string.Join(", ", redis.DurabilitySettings.Select(setting => $"{setting.Name} {(setting.Value.Length == 0 ? "not visible" : setting.Value)}"))}";

    private static IEnumerable<IRenderable> Weak(RedisHealth redis) => redis.DurabilitySettings
        .Where(setting => setting.Value.Length > 0 && setting.Value != setting.WantedValue)
        .Select(setting => Tables.Note($"Redis has {setting.Name} {setting.Value}; {setting.WantedValue} keeps what was acknowledged."));

    private static string Length(Google.Protobuf.WellKnownTypes.Duration? duration) => duration is null
        ? "-"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{duration.ToTimeSpan().TotalMilliseconds:0.###} ms");
}
