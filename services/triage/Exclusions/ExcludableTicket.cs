using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>What a decision keeps of its ticket.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PolicyId">The policy that it runs under.</param>
/// <param name="RevisionId">The revision of that.</param>
internal sealed record ExcludableTicket(string AccountId, string PolicyId, string RevisionId)
{
    public ExclusionRow ToRow(ExclusionName name, Instant now) =>
        new() { TicketId = name.Ticket, Clause = name.Clause, AccountId = AccountId, PolicyId = PolicyId, RevisionId = RevisionId, CreateTime = now };
}
