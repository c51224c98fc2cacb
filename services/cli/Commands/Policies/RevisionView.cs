using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary>Revisions as a table.</summary>
internal static class RevisionView
{
    public static Table Table(IEnumerable<Policy> revisions, DateTimeZone? zone)
    {
        var table = Tables.Create(null, "revision", "title", "version", "in force from", "until", "source").Whole(0);
        foreach (var revision in revisions)
        {
            table.Row(Name(revision), revision.Title, revision.Version, Time(revision.EffectiveTime, zone), Time(revision.SupersededTime, zone), revision.Source);
        }

        return table;
    }

    /// <summary>The name that commands take: <c>xtm@1f2e3d4c5b6a</c>.</summary>
    public static string Name(Policy revision) => revision.RevisionName["policies/".Length..];

    public static string Time(Google.Protobuf.WellKnownTypes.Timestamp? time, DateTimeZone? zone) => MilestoneView.Time(time, zone ?? DateTimeZone.Utc);
}
