using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Rendering;

/// <summary>The program's own words in what it shows of plans: the rest of those tables comes from the catalog in the language asked for.</summary>
internal sealed record PlanWords
{
    private static readonly PlanWords English = new()
    {
        Plan = "plan",
        Title = "title",
        Targets = "targets",
        Channels = "channels",
        Timed = "timed",
        NoneTimed = "none timed",
        Feature = "feature",
        Features = "features",
        Value = "value",
        Level = "level",
        Milestone = "milestone",
        Target = "target",
        Pauses = "pauses",
        Ladder = "ladder",
        Every = "every",
        OnEachBreach = "on each breach",
        Source = "source",
        ChannelNames = ["portal", "email", "phone", "web", "account manager", "community"],
        MilestoneNames = ["initial response", "follow-up", "update", "resolution"],
    };

    private static readonly PlanWords French = new()
    {
        Plan = "offre",
        Title = "intitulé",
        Targets = "objectifs",
        Channels = "canaux",
        Timed = "chronométrés",
        NoneTimed = "aucun chronométré",
        Feature = "prestation",
        Features = "prestations",
        Value = "valeur",
        Level = "niveau",
        Milestone = "jalon",
        Target = "objectif",
        Pauses = "pauses",
        Ladder = "escalade",
        Every = "chaque",
        OnEachBreach = "à chaque dépassement",
        Source = "source",
        ChannelNames = ["portail", "e-mail", "téléphone", "web", "responsable de compte", "communauté"],
        MilestoneNames = ["première réponse", "suivi", "mise à jour", "résolution"],
    };

    private static readonly PlanWords Italian = new()
    {
        Plan = "piano",
        Title = "titolo",
        Targets = "obiettivi",
        Channels = "canali",
        Timed = "misurati",
        NoneTimed = "nessuno misurato",
        Feature = "caratteristica",
        Features = "caratteristiche",
        Value = "valore",
        Level = "livello",
        Milestone = "tappa",
        Target = "obiettivo",
        Pauses = "pause",
        Ladder = "escalation",
        Every = "ogni",
        OnEachBreach = "a ogni sforamento",
        Source = "fonte",
        ChannelNames = ["portale", "e-mail", "telefono", "web", "responsabile cliente", "comunità"],
        MilestoneNames = ["prima risposta", "risposta successiva", "aggiornamento", "risoluzione"],
    };

    private static readonly PlanWords Chinese = new()
    {
        Plan = "方案",
        Title = "名称",
        Targets = "目标",
        Channels = "渠道",
        Timed = "计时",
        NoneTimed = "均不计时",
        Feature = "功能",
        Features = "功能",
        Value = "内容",
        Level = "级别",
        Milestone = "里程碑",
        Target = "目标",
        Pauses = "暂停",
        Ladder = "升级",
        Every = "每隔",
        OnEachBreach = "每次超时",
        Source = "来源",
        ChannelNames = ["门户", "电子邮件", "电话", "网页", "客户经理", "社区"],
        MilestoneNames = ["首次响应", "后续响应", "进展更新", "解决"],
    };

    public required string Plan { get; init; }

    public required string Title { get; init; }

    public required string Targets { get; init; }

    public required string Channels { get; init; }

    public required string Timed { get; init; }

    public required string NoneTimed { get; init; }

    public required string Feature { get; init; }

    public required string Features { get; init; }

    public required string Value { get; init; }

    public required string Level { get; init; }

    public required string Milestone { get; init; }

    public required string Target { get; init; }

    public required string Pauses { get; init; }

    public required string Ladder { get; init; }

    public required string Every { get; init; }

    public required string OnEachBreach { get; init; }

    public required string Source { get; init; }

    /// <summary>In the order of <see cref="Channel"/>, from its first value after the unspecified one.</summary>
    public required IReadOnlyList<string> ChannelNames { get; init; }

    /// <summary>In the order of <see cref="MilestoneKind"/>, from its first value after the unspecified one.</summary>
    public required IReadOnlyList<string> MilestoneNames { get; init; }

    /// <summary>The languages that there are texts in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "it", "zh"];

    /// <summary>The language of a BCP 47 tag: <c>it</c> of <c>it-CH</c>.</summary>
    public static string LanguageOf(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>The words of a BCP 47 language; English for those that the catalog does not speak.</summary>
    public static PlanWords In(string language) => LanguageOf(language) switch
    {
        "fr" => French,
        "it" => Italian,
        "zh" => Chinese,
        _ => English,
    };

    public string Of(IEnumerable<Channel> channels) => string.Join(", ", channels.Select(channel => Word(ChannelNames, (int)channel)));

    public string Of(MilestoneKind milestone) => Word(MilestoneNames, (int)milestone);

    private static string Word(IReadOnlyList<string> words, int value) => value >= 1 && value <= words.Count ? words[value - 1] : "";
}
