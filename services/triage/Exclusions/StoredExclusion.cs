using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Triage.Exclusions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>A decision as the store holds it, with what became of the facts that follow from it.</summary>
internal sealed record StoredExclusion(ExclusionRow Row, ImmutableArray<(ExclusionStepRow Step, ClockFactRow? Fact)> Steps)
{
    public ExclusionName Name { get; } = new(Row.TicketId, Row.Clause);

    /// <summary>The same, judged.</summary>
    public ExclusionCase Case { get; } = ExclusionCase.Of(Steps.Select(step => new ExclusionStep(step.Step.Kind, step.Step.EffectiveTime, step.Fact?.State == ClockFactState.Refused)));

    /// <summary>Changes with every step, and when the clock refuses one; that it takes one changes nothing.</summary>
    public string Etag { get; } = string.Create(CultureInfo.InvariantCulture, $"{Steps.Length:x}.{Steps.Count(step => step.Fact?.State == ClockFactState.Refused):x}");

    /// <summary>Finds a decision; null when nobody has decided about the clause and the ticket.</summary>
    public static async Task<StoredExclusion?> FindAsync(TriageDb db, ExclusionName name, CancellationToken cancellation) =>
        await db.Exclusions.FindAsync([name.Ticket, name.Clause], cancellation) is { } row ? (await ReadAsync(db, [row], cancellation))[0] : null;

    /// <summary>The same, refused when there is none.</summary>
    public static async Task<StoredExclusion> RequireAsync(TriageDb db, ExclusionName name, CancellationToken cancellation) =>
        await FindAsync(db, name, cancellation) ?? throw Refusals.NotFound(ErrorReason.DecisionNotFound, name.Format(), "list decisions with ListExclusions");

    /// <summary>Reads the steps of decisions, which keep their order.</summary>
    public static async Task<ImmutableArray<StoredExclusion>> ReadAsync(TriageDb db, IReadOnlyList<ExclusionRow> rows, CancellationToken cancellation)
    {
        var tickets = rows.Select(row => row.TicketId).Distinct().ToList();
        var steps = await db.ExclusionSteps.AsNoTracking().Where(step => tickets.Contains(step.TicketId)).OrderBy(step => step.Number).ToListAsync(cancellation);
        var facts = await db.ClockFacts.AsNoTracking().Where(fact => tickets.Contains(fact.TicketId)).ToDictionaryAsync(fact => fact.FactId, cancellation);
        var byName = steps.ToLookup(step => (step.TicketId, step.Clause));
        return
        [
            .. rows.Select(row => new StoredExclusion(
                row, [.. byName[(row.TicketId, row.Clause)].Select(step => (step, step.FactId is null ? null : facts.GetValueOrDefault(step.FactId)))])),
        ];
    }
}
