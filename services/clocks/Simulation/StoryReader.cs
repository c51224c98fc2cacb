using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SimulatedFact = SlaPlatform.Engine.Clocks.SimulatedFact;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Reads stories. A change of plan is resolved with the catalog's help while its story is read.</summary>
internal sealed class StoryReader(RequestChecks checks, PlanFinder finder, string field)
{
    private PlanBook plans = new(ImmutableDictionary<PlanReference, PlanTerms>.Empty);

    /// <summary>Reads a story.</summary>
    /// <param name="wire">The message; null when unset.</param>
    /// <param name="terms">What the account adds to a plan that the story changes to; null leaves such changes out.</param>
    /// <returns>The story, or null when it is missing or has too many facts.</returns>
    public async Task<Story?> ReadAsync(TicketStory? wire, ServiceTerms? terms)
    {
        if (wire is null)
        {
            checks.Add(ErrorReason.FieldRequired, field, "It is unset; tell the ticket's story.");
            return null;
        }

        checks.Text(At("id"), wire.Id, Limits.TitleCharacters);
        var opened = checks.RequiredTime(At("open_time"), wire.OpenTime);
        var level = checks.Level(At("level"), wire.Level);
        if (!checks.Count(At("facts"), wire.Facts.Count, SimulationLimits.Facts))
        {
            return null;
        }

        var facts = ImmutableArray.CreateBuilder<SimulatedFact>(wire.Facts.Count);
        var places = ImmutableArray.CreateBuilder<int>(wire.Facts.Count);
        for (var i = 0; i < wire.Facts.Count; i++)
        {
            if (await ReadFactAsync(FieldPath.Item(At("facts"), i), wire.Facts[i], terms) is { } fact)
            {
                facts.Add(fact);
                places.Add(i);
            }
        }

        return new Story(
            opened,
            level,
            wire.ClaimedOnly,
            wire.HasProduction ? wire.Production : null,
            wire.HasServiceUnusable ? wire.ServiceUnusable : null,
            facts.ToImmutable(),
            plans)
        {
            Places = places.ToImmutable(),
        };
    }

    private async Task<SimulatedFact?> ReadFactAsync(string path, Contracts.Clocks.V1.SimulatedFact wire, ServiceTerms? terms)
    {
        var effective = checks.RequiredTime(FieldPath.Join(path, "effective_time"), wire.EffectiveTime);
        var learnt = checks.Time(FieldPath.Join(path, "record_time"), wire.RecordTime);
        if (learnt < effective)
        {
            checks.Add(ErrorReason.TimeOrder, FieldPath.Join(path, "record_time"), $"{learnt} is before effective_time ({effective}); nothing is learnt before it is true.");
        }

        if (terms is null && wire.Fact?.FactCase == FactBody.FactOneofCase.PlanChanged)
        {
            return null;
        }

        var changed = wire.Fact?.PlanChanged is { } planChanged ? await PlanAsync(planChanged, FieldPath.Join(path, "fact.plan_changed"), effective, terms) : null;
        var fact = new FactReader(checks).Read(FieldPath.Join(path, "fact"), wire.Fact, (_, _) => changed);
        return fact is null ? null : new SimulatedFact(fact, effective, learnt);
    }

    private async Task<PlanReference?> PlanAsync(PlanChanged changed, string path, Instant at, ServiceTerms? terms)
    {
        if (terms is null || await finder.FindAsync(checks, FieldPath.Join(path, "plan"), changed.Plan, at) is not { } source)
        {
            return null;
        }

        var moved = terms with { Readings = TermsMapping.ReadReadings(checks, FieldPath.Join(path, "readings"), changed.Readings) };
        var outcome = PlanTerms.Resolve(source.Policy, source.PlanId, moved);
        if (outcome is not Validated<PlanTerms>.Valid { Value: var resolved })
        {
            TermsFaults.Add(checks, outcome.Violations, path);
            return null;
        }

        var reference = new PlanReference(source.ContentHash, source.PlanId, moved);
        plans = plans.With(reference, resolved);
        return reference;
    }

    private string At(string part) => FieldPath.Join(field, part);
}
