using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Triage.Policies;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>Asks a ticket's clock, and the policy that it runs under, what a decision needs.</summary>
internal sealed class TicketQuestions(SlaClockService.SlaClockServiceClient clocks, PolicySource policies)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>The ticket, when the clause is one of its policy's and the time one of its life.</summary>
    /// <exception cref="RefusalException">It is not, or the clock service is away.</exception>
    public async Task<ExcludableTicket> AskAsync(TicketName name, string clause, Instant? effective, CancellationToken cancellation)
    {
        var ticket = await GetAsync(name, cancellation);
        var plan = PlanName.Parse(ticket.Plan);
        var revision = await new PolicyReference(plan.Policy, plan.Revision, null).GetAsync(policies, asOf: null, cancellation);
        var checks = new RequestChecks();
        if (revision.Policy.FindExclusion(clause) is null)
        {
            var clauses = string.Join(", ", revision.Policy.Exclusions.Select(exclusion => exclusion.Clause));
            checks.Add(ErrorReason.UnknownClause, "clause", $"'{clause}' is no exclusion clause of policies/{plan.Policy}; {(clauses.Length == 0 ? "it has none" : $"use {clauses}")}.");
        }

        if (effective < ticket.OpenTime.ToInstant())
        {
            checks.Add(ErrorReason.FactBeforeOpening, "effective_time", $"{effective} is before the ticket's opening at {ticket.OpenTime.ToInstant()}; give that or a later time.");
        }

        checks.ThrowIfAny();
        return new ExcludableTicket(AccountName.Parse(ticket.Account).Account, revision.Policy.Id, revision.Id);
    }

    private async Task<Ticket> GetAsync(TicketName name, CancellationToken cancellation)
    {
        try
        {
            return await clocks.GetTicketAsync(new GetTicketRequest { Name = name.Format() }, cancellationToken: cancellation);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && e.GetErrorInfo() is null)
        {
            throw Refusals.Unavailable(ServiceDefaults.ResourceNames.Clocks, RetryAfter);
        }
    }
}
