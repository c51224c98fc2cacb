using System.Collections.Immutable;
using System.Globalization;
using SlaPlatform.Engine.Policies;
using WireValue = SlaPlatform.Contracts.Catalog.V1.FeatureValue;

namespace SlaPlatform.Catalog.Wire;

/// <summary>The words of one language for what plans have of features, and for the rows of a comparison.</summary>
internal sealed record FeatureWords
{
    private const string Nothing = "—";

    private static readonly FeatureWords English = new()
    {
        Yes = "Yes",
        No = "No",
        Per = "{0} per {1}",
        Availability = "{0} % per {1}; credit {2} %",
        Units = Table(("hours", "hours"), ("days", "days"), ("sessions", "sessions"), ("reviews", "reviews"), ("snapshots", "snapshots"), ("meetings", "meetings")),
        Periods = Table(("month", "month"), ("quarter", "quarter"), ("year", "year"), ("contract_year", "contract year")),
        Milestones = ["initial response", "follow-up", "update", "resolution"],
    };

    private static readonly FeatureWords French = new()
    {
        Yes = "Oui",
        No = "Non",
        Per = "{0} par {1}",
        Availability = "{0} % par {1} ; avoir de {2} %",
        Units = Table(("hours", "heures"), ("days", "jours"), ("sessions", "séances"), ("reviews", "revues"), ("snapshots", "bilans"), ("meetings", "réunions")),
        Periods = Table(("month", "mois"), ("quarter", "trimestre"), ("year", "an"), ("contract_year", "année de contrat")),
        Milestones = ["première réponse", "suivi", "mise à jour", "résolution"],
    };

    private static readonly FeatureWords Italian = new()
    {
        Yes = "Sì",
        No = "No",
        Per = "{0} per {1}",
        Availability = "{0} % per {1}; credito del {2} %",
        Units = Table(("hours", "ore"), ("days", "giorni"), ("sessions", "sessioni"), ("reviews", "revisioni"), ("snapshots", "rapporti"), ("meetings", "incontri")),
        Periods = Table(("month", "mese"), ("quarter", "trimestre"), ("year", "anno"), ("contract_year", "anno di contratto")),
        Milestones = ["prima risposta", "risposta successiva", "aggiornamento", "risoluzione"],
    };

    private static readonly FeatureWords Chinese = new()
    {
        Yes = "是",
        No = "否",
        Per = "每{1} {0}",
        Availability = "每{1} {0} %；赔偿 {2} %",
        Units = Table(("hours", "小时"), ("days", "天"), ("sessions", "次培训"), ("reviews", "次评审"), ("snapshots", "份报告"), ("meetings", "次会议")),
        Periods = Table(("month", "月"), ("quarter", "季度"), ("year", "年"), ("contract_year", "合同年")),
        Milestones = ["首次响应", "后续响应", "进展更新", "解决"],
    };

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string Per { get; init; }

    public required string Availability { get; init; }

    public required ImmutableSortedDictionary<string, string> Units { get; init; }

    public required ImmutableSortedDictionary<string, string> Periods { get; init; }

    public required ImmutableArray<string> Milestones { get; init; }

    /// <summary>The language that a tag is answered in: <c>en</c>, <c>fr</c>, <c>it</c> or <c>zh</c>.</summary>
    public static string Used(string language) => language.Split('-')[0].ToLowerInvariant() is "fr" or "it" or "zh" ? language.Split('-')[0].ToLowerInvariant() : "en";

    /// <summary>The words of a language (BCP 47); English for those that the catalog does not speak.</summary>
    public static FeatureWords In(string language) => Used(language) switch
    {
        "fr" => French,
        "it" => Italian,
        "zh" => Chinese,
        _ => English,
    };

    /// <summary>What a plan has of a feature, as a message; null when the plan does not mention it.</summary>
    public WireValue ToProto(FeatureValue? value, string language) => value switch
    {
        FeatureValue.Flag flag => new WireValue { Included = flag.Included, Display = flag.Included ? Yes : No },
        FeatureValue.Quantity quantity => new WireValue { Quantity = quantity.Count, Display = Text(quantity.Count) },
        FeatureValue.Worded worded => new WireValue { Code = worded.Value.English, Display = worded.Value.In(language) },
        FeatureValue.Allowance allowance => new WireValue
        {
            Code = $"{Text(allowance.Amount)} {allowance.Unit}/{allowance.Per}",
            Display = string.Format(CultureInfo.InvariantCulture, Per, $"{Text(allowance.Amount)} {Word(Units, allowance.Unit)}", Word(Periods, allowance.Per)),
        },
        FeatureValue.Availability availability => new WireValue
        {
            Code = $"{Text(availability.GuaranteePercent)}%/{availability.Per}",
            Display = string.Format(
                CultureInfo.InvariantCulture, Availability, Text(availability.GuaranteePercent), Word(Periods, availability.Per), Text(availability.CreditPercent)),
        },
        _ => new WireValue { Display = Nothing },
    };

    private static string Text(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Word(ImmutableSortedDictionary<string, string> table, string word) => table.GetValueOrDefault(word, word);

    private static ImmutableSortedDictionary<string, string> Table(params (string Word, string Text)[] words) =>
        words.ToImmutableSortedDictionary(entry => entry.Word, entry => entry.Text, StringComparer.Ordinal);
}
