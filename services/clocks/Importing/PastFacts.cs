using System.Collections.Immutable;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;

namespace SlaPlatform.Clocks.Importing;

/// <summary>Finds what the facts of a past ticket name: the plans it moved to, and the contacts that agreed to a level.</summary>
internal sealed class PastFacts(PlanKeeper plans)
{
    /// <summary>The facts with their plans found.</summary>
    /// <param name="asked">The ticket.</param>
    /// <param name="account">Its account, <c>accounts/{account}</c>.</param>
    /// <param name="terms">Its terms when it was received.</param>
    /// <param name="entitlements">Knows the contacts.</param>
    /// <param name="cancellation">Cancels the questions.</param>
    /// <exception cref="RefusalException">Something is not as the facts say, each of it a fault of a field; or a service does not answer.</exception>
    public async Task<ImmutableArray<(NewFact Fact, FactNote Note)>> Find(
        ImportRequest asked, string account, ServiceTerms terms, PastEntitlements entitlements, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        for (var i = 0; i < asked.Facts.Length; i++)
        {
            if (asked.Facts[i].Fact is { Fact: Fact.SeverityChanged { AgreedBy: { } contact }, EffectiveTime: { } at }
                && Agreements.FaultOf(await entitlements.Contact(contact, cancellation), contact, account, at) is { } fault)
            {
                checks.Add(ErrorReason.UnknownContact, FieldPath.Join(FieldPath.Item("facts", i), $"fact.{Agreements.Field}"), fault);
            }
        }

        var facts = asked.Facts;
        foreach (var move in asked.Moves.OrderBy(move => move.Time))
        {
            if (await Find(move, terms, checks, cancellation) is { } plan)
            {
                terms = plan.Terms;
                facts = facts.SetItem(move.Index, (facts[move.Index].Fact with { Fact = new Fact.PlanChanged(plan) }, facts[move.Index].Note));
            }
        }

        checks.ThrowIfAny();
        return facts;
    }

    private async Task<PlanReference?> Find(PlanMove move, ServiceTerms terms, RequestChecks checks, CancellationToken cancellation)
    {
        try
        {
            var revision = await plans.Find(move.Plan, move.Time, cancellation);
            var policy = await plans.Keep(move.Plan.Policy, revision.ContentHash, cancellation);
            var moved = PlanMoves.TermsOf(terms, move.Readings, policy);
            PlanMoves.Require(policy, move.Plan.Plan, moved, move.Field);
            return new PlanReference(revision.ContentHash, move.Plan.Plan, moved);
        }
        catch (RefusalException refusal) when (refusal.RetryAfter is null)
        {
            // The other faults of the ticket are to be told as well.
            foreach (var fault in refusal.Fields.DefaultIfEmpty(new FieldViolation(FieldPath.Join(move.Field, "plan"), refusal.Message, refusal.Reason)))
            {
                checks.Add(fault.Reason, fault.Field, fault.Description);
            }

            return null;
        }
    }
}
