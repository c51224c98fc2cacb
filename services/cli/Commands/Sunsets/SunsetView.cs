using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Sunsets;

/// <summary>Sunsets and quotes for people.</summary>
internal static class SunsetView
{
    public static Table Of(IEnumerable<Sunset> sunsets)
    {
        var table = Tables.Create(null, "sunset", "feature", "notice", "ends", "equivalent").Whole(0);
        foreach (var sunset in sunsets)
        {
            table.Row(
                $"{sunset.Name.Split('/')[1]}/{ShortNames.Last(sunset.Name)}", sunset.Feature, DateText.Show(sunset.NoticeDate), DateText.Show(sunset.EndDate),
                sunset.EquivalentOffered ? "offered" : "none");
        }

        return table;
    }

    public static Grid Of(TerminationQuote quote) => Tables.Facts(
        ("allowed", quote.Allowed ? "yes" : "no"),
        ("why not", quote.Refusal),
        ("last day for notice", DateText.Show(quote.LastNoticeDate)),
        ("last paid day", DateText.Show(quote.EffectDate)),
        ("refund", quote.Allowed ? $"{MoneyText.Show(quote.Refund)} for {quote.RefundDays} of {quote.TermDays} days" : ""));
}
