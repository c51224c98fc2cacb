using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Facts and signals in the order in which they were recorded.</summary>
internal static class HistoryView
{
    public static Table Of(IEnumerable<HistoryEntry> entries, DateTimeZone zone)
    {
        var table = Tables.Create($"times in {zone.Id}", "recorded", "true since / due", "what", "", "late by").Right(4);
        foreach (var entry in entries)
        {
            if (entry.Fact is { } fact)
            {
                table.Row(MilestoneView.Time(fact.RecordTime, zone), MilestoneView.Time(fact.EffectiveTime, zone), "fact", EventText.Of(fact), "");
            }
            else if (entry.Signal is { } signal)
            {
                table.Row(MilestoneView.Time(signal.RaisedTime, zone), MilestoneView.Time(signal.DueTime, zone), "signal", EventText.Of(signal), EventText.Lateness(signal));
            }
        }

        return table;
    }
}
