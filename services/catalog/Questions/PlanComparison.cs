using System.Collections.Immutable;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Catalog.Wire;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;
using FeatureValue = SlaPlatform.Contracts.Catalog.V1.FeatureValue;
using Plan = SlaPlatform.Engine.Policies.Plan;

namespace SlaPlatform.Catalog.Questions;

/// <summary>Plans side by side.</summary>
/// <param name="columns">The plans in column order, each under the readings chosen.</param>
/// <param name="language">The language of the table.</param>
internal sealed class PlanComparison(ImmutableArray<PlanComparison.Column> columns, string language)
{
    private readonly FeatureWords _words = FeatureWords.In(language);
    private readonly TargetWords _targets = TargetWords.In(language);

    /// <summary>A plan to be shown.</summary>
    /// <param name="Publication">The revision of its policy.</param>
    /// <param name="Terms">The plan under the readings chosen.</param>
    public sealed record Column(Publication Publication, PlanTerms Terms)
    {
        public Plan Plan => Terms.Plan;
    }

    public ComparePlansResponse ToProto() => new()
    {
        Columns =
        {
            columns.Select(column => new PlanColumn
            {
                Plan = new PlanName(column.Publication.Policy.Id, column.Plan.Id, column.Publication.Revision.Id).Format(),
                Title = column.Plan.Title.In(language),
            }),
        },
        Rows = { FeatureRows(), TargetRows() },
        Language = FeatureWords.Used(language),
    };

    private IEnumerable<ComparisonRow> FeatureRows() =>
        from feature in columns.SelectMany(column => column.Publication.Policy.Features).DistinctBy(feature => feature.Id)
        where columns.Any(column => column.Plan.Features.ContainsKey(feature.Id))
        select new ComparisonRow
        {
            Id = feature.Id,
            Title = feature.Name.In(language),
            Cells = { columns.Select(column => _words.ToProto(column.Plan.Features.GetValueOrDefault(feature.Id), language)) },
        };

    private IEnumerable<ComparisonRow> TargetRows() =>
        from level in columns.SelectMany(column => column.Publication.Policy.Severities.Levels).DistinctBy(level => level.Level).OrderBy(level => level.Level)
        from milestone in Enum.GetValues<MilestoneKind>()
        let cells = columns.Select(column => column.Terms.FindTarget(level.Level, milestone)).ToArray()
        where cells.Any(target => target is not null)
        select new ComparisonRow
        {
            Id = $"targets.{level.Level}.{milestone.ToWord()}",
            Title = $"{level.Labels.In(language)}: {_words.Milestones[(int)milestone]}",
            Cells = { cells.Select(Cell) },
        };

    private FeatureValue Cell(Target? target)
    {
        var commitment = target?.Commitment ?? new Commitment.None();
        var cell = new FeatureValue { Display = _targets.Say(commitment) };
        if (target is not null)
        {
            cell.Code = Code(commitment);
        }

        return cell;
    }

    private static string Code(Commitment commitment) => commitment switch
    {
        Commitment.Within within => within.Terms.Amount.Format(),
        Commitment.Every every => $"every {every.Terms.Amount.Format()}",
        Commitment.BestEffort => "best_effort",
        Commitment.Automatic => "automatic",
        Commitment.NextRoutineRelease => "next_routine_release",
        Commitment.NotApplicable => "not_applicable",
        _ => "none",
    };
}
