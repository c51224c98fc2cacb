using System.Collections.Immutable;
using System.Globalization;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.Triage.Assessments;

/// <summary>What assessments say to readers, in the languages of the policies.</summary>
internal static class AssessmentTexts
{
    private static readonly LocalizedText ByRule = Text(
        "{0} is proposed by rule {1}: {2}",
        "{0} est proposé par la règle {1} : {2}",
        "{0} è proposto dalla regola {1}: {2}",
        "根据规则 {1} 建议 {0}：{2}");

    private static readonly LocalizedText ByMatrix = Text(
        "{0} is proposed by the matrix: urgency {1}, impact {2}.",
        "{0} est proposé par la matrice : urgence {1}, impact {2}.",
        "{0} è proposto dalla matrice: urgenza {1}, impatto {2}.",
        "根据矩阵建议 {0}：紧急程度 {1}，影响 {2}。");

    private static readonly LocalizedText ByDefault = Text(
        "{0} is proposed because no rule of the policy matches the report.",
        "{0} est proposé car aucune règle de la politique ne correspond au rapport.",
        "{0} è proposto perché nessuna regola della politica corrisponde alla segnalazione.",
        "由于没有规则与报告相符，建议 {0}。");

    private static readonly LocalizedText NoMatch = Text(
        "The report says too little for a proposal.",
        "Le rapport en dit trop peu pour une proposition.",
        "La segnalazione dice troppo poco per una proposta.",
        "报告信息不足，无法提出建议。");

    private static readonly ImmutableDictionary<RulingGround, LocalizedText> Grounds = new Dictionary<RulingGround, LocalizedText>
    {
        [RulingGround.Claimed] = Text(
            "{0} rules: the customer's claim.", "{0} prévaut : le choix du client.", "{0} prevale: la scelta del cliente.", "以客户声明的 {0} 为准。"),
        [RulingGround.ClaimedUntilVerified] = Text(
            "{0} rules as claimed until support sets a level.", "{0} prévaut, comme déclaré, jusqu'à la décision de l'assistance.",
            "{0} prevale, come dichiarato, finché l'assistenza non decide.", "在支持团队确定级别之前，以声明的 {0} 为准。"),
        [RulingGround.ClaimedUntilAgreed] = Text(
            "{0} rules as claimed until an authorized contact agrees to support's level.",
            "{0} prévaut, comme déclaré, jusqu'à l'accord d'un contact autorisé sur le niveau de l'assistance.",
            "{0} prevale, come dichiarato, finché un contatto autorizzato non accetta il livello dell'assistenza.",
            "在授权联系人同意支持团队的级别之前，以声明的 {0} 为准。"),
        [RulingGround.Verified] = Text(
            "{0} rules: support's level.", "{0} prévaut : le niveau de l'assistance.", "{0} prevale: il livello dell'assistenza.", "以支持团队确定的 {0} 为准。"),
        [RulingGround.VerifiedByAgreement] = Text(
            "{0} rules: support's level, agreed by an authorized contact.", "{0} prévaut : le niveau de l'assistance, accepté par un contact autorisé.",
            "{0} prevale: il livello dell'assistenza, accettato da un contatto autorizzato.", "以支持团队确定并经授权联系人同意的 {0} 为准。"),
    }.ToImmutableDictionary();

    private static readonly LocalizedText FitsAnother = Text(
        "The description fits {0} (rule {1}), while the matrix proposes {2}; check both.",
        "La description correspond à {0} (règle {1}), alors que la matrice propose {2} ; vérifiez les deux.",
        "La descrizione corrisponde a {0} (regola {1}), mentre la matrice propone {2}; verificare entrambe.",
        "描述符合 {0}（规则 {1}），而矩阵建议 {2}；请核对。");

    private static readonly LocalizedText ClaimDeparts = Text(
        "The claim is {0} and the proposal {1}; the reason given is kept.",
        "Le niveau déclaré est {0} et la proposition {1} ; le motif donné est conservé.",
        "Il livello dichiarato è {0} e la proposta {1}; il motivo dato viene conservato.",
        "声明的级别为 {0}，建议为 {1}；所给理由已保留。");

    private static readonly LocalizedText ClaimDepartsUnreasoned = Text(
        "The claim is {0} and the proposal {1}, without a reason; ask for one.",
        "Le niveau déclaré est {0} et la proposition {1}, sans motif ; demandez-en un.",
        "Il livello dichiarato è {0} e la proposta {1}, senza motivo; chiederne uno.",
        "声明的级别为 {0}，建议为 {1}，但未说明理由；请询问。");

    private static readonly LocalizedText AssignmentDeparts = Text(
        "Support set {0} against the claim {1}.",
        "L'assistance a fixé {0} contre le niveau déclaré {1}.",
        "L'assistenza ha fissato {0} contro il livello dichiarato {1}.",
        "支持团队确定为 {0}，与声明的 {1} 不同。");

    private static readonly LocalizedText NotInSupportLanguage = Text(
        "The report is in {0}; support is given in {1}.",
        "Le rapport est en {0} ; l'assistance est donnée en {1}.",
        "La segnalazione è in {0}; l'assistenza è data in {1}.",
        "报告的语言为 {0}；支持语言为 {1}。");

    /// <summary>Why the proposal is what it is, and whose level rules.</summary>
    public static string Explain(SeverityAssessment assessment, string language)
    {
        var proposal = Propose(assessment.Proposal, language);
        return assessment.Ruling is { } ruling && Grounds.TryGetValue(assessment.Ground, out var ground)
            ? $"{proposal} {Fill(ground, language, ruling.Labels.In(language))}"
            : proposal;
    }

    /// <summary>The stable code of a warning.</summary>
    public static string CodeOf(AssessmentWarning warning) => warning switch
    {
        AssessmentWarning.DescriptionFitsAnotherLevel => "description-fits-another-level",
        AssessmentWarning.ClaimDeparts => "claim-departs-from-proposal",
        AssessmentWarning.NotInSupportLanguage => "report-not-in-support-language",
        _ => "support-departs-from-claim",
    };

    /// <summary>A warning in one sentence.</summary>
    public static string Say(AssessmentWarning warning, string language) => warning switch
    {
        AssessmentWarning.DescriptionFitsAnotherLevel fits => Fill(FitsAnother, language, fits.Fits.Labels.In(language), fits.Rule.Id, fits.Proposed.Labels.In(language)),
        AssessmentWarning.ClaimDeparts { Reason: null } departs => Fill(ClaimDepartsUnreasoned, language, departs.Claimed.Labels.In(language), departs.Proposed.Labels.In(language)),
        AssessmentWarning.ClaimDeparts departs => Fill(ClaimDeparts, language, departs.Claimed.Labels.In(language), departs.Proposed.Labels.In(language)),
        AssessmentWarning.AssignmentDeparts departs => Fill(AssignmentDeparts, language, departs.Assigned.Labels.In(language), departs.Claimed.Labels.In(language)),
        AssessmentWarning.NotInSupportLanguage other => Fill(NotInSupportLanguage, language, other.Written, string.Join(", ", other.Given)),
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "A warning without a text."),
    };

    private static string Propose(SeverityProposal proposal, string language) => (proposal.Basis, proposal.Level) switch
    {
        (ProposalBasis.ByRule by, { } level) => Fill(ByRule, language, level.Labels.In(language), by.Rule.Id, by.Rule.Text.In(language)),
        (ProposalBasis.ByMatrix by, { } level) => Fill(ByMatrix, language, level.Labels.In(language), by.Urgency, by.Impact),
        (ProposalBasis.ByDefault, { } level) => Fill(ByDefault, language, level.Labels.In(language)),
        _ => NoMatch.In(language),
    };

    private static string Fill(LocalizedText text, string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text.In(language), values);

    private static LocalizedText Text(string english, string french, string italian, string chinese) => new(
        ImmutableSortedDictionary<string, string>.Empty.Add("en", english).Add("fr", french).Add("it", italian).Add("zh", chinese));
}
