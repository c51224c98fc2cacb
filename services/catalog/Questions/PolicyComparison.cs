using System.Collections.Immutable;
using SlaPlatform.Catalog.Wire;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Comparing;
using SlaPlatform.Rpc.Mapping;
using WireChange = SlaPlatform.Contracts.Catalog.V1.PolicyChange;

namespace SlaPlatform.Catalog.Questions;

/// <summary>Says in one language what differs between two revisions.</summary>
/// <param name="from">The earlier one.</param>
/// <param name="to">The later one.</param>
/// <param name="language">The language of texts.</param>
internal sealed class PolicyComparison(Policy from, Policy to, string language)
{
    private const string Nothing = "—";

    private readonly string _language = FeatureWords.Used(language);
    private readonly FeatureWords _words = FeatureWords.In(language);
    private readonly TargetWords _targets = TargetWords.In(language);

    public IEnumerable<WireChange> Changes() => PolicyDiff.Between(from, to).Select(change =>
    {
        var (before, after) = (Say(change.From, change.To), Say(change.To, change.From));
        return new WireChange
        {
            Path = string.Join('.', change.Path.Select((step, index) => IsLevel(change.Path, index) ? Labelled(step.Text) : step.Text)),
            PlanId = change.PlanId ?? "",
            FromValue = change.From is null ? "" : before,
            ToValue = change.To is null ? "" : after,
            Summary = $"{Subject(change.Path)}: {before} -> {after}",
        };
    });

    private string Subject(ImmutableArray<PathStep> path) => string.Join(' ', path.Select((step, index) => Word(path, step, index)).Where(word => word.Length > 0)) is { Length: > 0 } subject
        ? subject
        : ChangeWords.Of(path[^1].Text, _language);

    private string Word(ImmutableArray<PathStep> path, PathStep step, int index)
    {
        var isOfPlan = path is [{ Text: "plans", IsId: false }, ..];
        if (step.IsId)
        {
            return IsLevel(path, index) ? LabelOf(step.Text) : isOfPlan && path[index - 1].Text == "features" ? NameOfFeature(step.Text) : step.Text;
        }

        var isMilestone = Enum.GetValues<MilestoneKind>().FirstOrDefault(kind => kind.ToWord() == step.Text, (MilestoneKind)(-1));
        return isMilestone >= 0 ? _words.Milestones[(int)isMilestone]
            : isOfPlan && step.Text == "features" && path.Length > index + 1 ? ""
            : path is [{ Text: "severities" }, { Text: "levels", IsId: false }, _, ..] && index == 0 ? ""
            : ChangeWords.Of(step.Text, _language);
    }

    private static bool IsLevel(ImmutableArray<PathStep> path, int index) =>
        index > 0 && path[index - 1] is { IsId: false, Text: "targets" or "levels" } && path[0].Text is "plans" or "severities";

    private string LabelOf(string level) =>
        int.TryParse(level, out var number) && (to.Severities.Find(number) ?? from.Severities.Find(number)) is { } found ? found.Labels.In(language) : level;

    // The document takes a level by its number or by a label of one word.
    private string Labelled(string level) => LabelOf(level) is var label && label.Contains(' ', StringComparison.Ordinal) ? level : label;

    private string NameOfFeature(string id) => (to.Features.Concat(from.Features)).FirstOrDefault(feature => feature.Id == id)?.Name.In(language) ?? id;

    private string Say(StatedValue? value, StatedValue? other) => value switch
    {
        StatedValue.Thing thing => thing.Name.In(language),
        StatedValue.Text text => Say(text.Words, (other as StatedValue.Text)?.Words),
        StatedValue.Promised promised => _targets.Say(promised.Promise),
        StatedValue.Offered { Value: FeatureValue.Worded worded } => Say(worded.Value, ((other as StatedValue.Offered)?.Value as FeatureValue.Worded)?.Value),
        StatedValue.Offered offered => _words.ToProto(offered.Value, language).Display,
        StatedValue.Order order => string.Join(", ", order.Ids),
        StatedValue.Code { Form: "true" } => _words.Yes,
        StatedValue.Code { Form: "false" } => _words.No,
        StatedValue.Code { Form.Length: > 0 } code => code.Form,
        _ => Nothing,
    };

    /// <summary>A text in the language asked for; where only translations differ, those.</summary>
    private string Say(LocalizedText text, LocalizedText? other) => other is null || text.In(language) != other.In(language)
        ? text.In(language)
        : string.Join("; ", text.Translations.Keys.Union(other.Translations.Keys).Order(StringComparer.Ordinal)
            .Where(tag => text.Translations.GetValueOrDefault(tag) != other.Translations.GetValueOrDefault(tag))
            .Select(tag => $"{tag}: {text.Translations.GetValueOrDefault(tag, Nothing)}"));
}
