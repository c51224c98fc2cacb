using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Obligations;

/// <summary>Obligations for people.</summary>
internal static class ObligationView
{
    public static Table Of(IEnumerable<Obligation> obligations)
    {
        var table = Tables.Create(null, "obligation", "due", "state", "what", "for", "source").Whole(0, 1);
        foreach (var owed in obligations)
        {
            table.Row(
                $"{owed.Name.Split('/')[1]}/{ShortNames.Last(owed.Name)}", DateText.Show(owed.DueDate), $"{EnumWords.Show(owed.State)}{(owed.Late ? ", late" : "")}{(owed.Binding ? "" : ", where possible")}",
                owed.Title, owed.Reference, owed.Source);
        }

        return table;
    }

    public static Grid Of(Occasion occasion, DateTimeZone zone) => Tables.Facts(
        ("occasion", occasion.Name), ("what", EnumWords.Show(occasion.Kind)), ("when", MilestoneView.Time(occasion.EventTime, zone)), ("reference", occasion.Reference));
}
