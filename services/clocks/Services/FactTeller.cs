using NodaTime;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Tells tickets facts.</summary>
internal sealed class FactTeller(TicketCalls tickets, PlanKeeper plans, Agreements agreements, TimeProvider clock)
{
    /// <summary>Tells a ticket a fact.</summary>
    /// <returns>The ticket, and whether the request was served before.</returns>
    /// <exception cref="RefusalException">The request or the fact is refused.</exception>
    public async Task<(TicketRecord Record, bool Repeat)> Tell(Wire.RecordFactRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var requestId = checks.RequestId(request.RequestId);
        var name = checks.RequiredName<TicketName>("ticket", request.Ticket);
        var effective = checks.Time("effective_time", request.EffectiveTime);
        var etag = checks.Text("etag", request.Etag, Limits.CodeCharacters);
        if (checks.IsSound && AsksOthers(request.Fact) && await Before(name!, new RequestMark(requestId, RequestDigest.Of(request)), cancellation) is { } served)
        {
            return (served.Require(name!.Ticket, requestId, etag), true);
        }

        var moved = name is null ? null : await MoveOf(name, request, effective, cancellation);
        var fact = new FactReader(checks, requiresWhy: true).Read("fact", request.Fact, (_, _) => moved);
        if (fact is Fact.Merged merged && name is not null)
        {
            await CheckMerge(checks, name, merged, cancellation);
        }

        checks.ThrowIfAny();
        if (fact is Fact.SeverityChanged { AgreedBy: { } contact })
        {
            var record = (await tickets.Ask(name!.Ticket, static ticket => ticket.Read(), cancellation)).Require(name.Ticket);
            await agreements.Require(contact, record.Intake.Account, effective ?? Instant.FromDateTimeOffset(clock.GetUtcNow()), cancellation);
        }

        var note = new FactNote { Actor = request.Fact.Actor, Reason = request.Fact.Closed?.Reason ?? "" };
        var mark = new RequestMark(requestId, RequestDigest.Of(request));
        var command = new TellCommand(FactCodec.ToBytes(fact!, note), Times.Write(effective), etag, mark);
        var reply = await tickets.Ask(name!.Ticket, ticket => ticket.Tell(command), cancellation);
        return (reply.Require(name.Ticket, requestId, etag), reply.Outcome == TicketOutcome.Repeat);
    }

    /// <summary>Whether the fact can be taken only after asking the catalog, the entitlements or another ticket, whose answers may differ the second time.</summary>
    private static bool AsksOthers(Wire.FactBody? fact) => fact?.FactCase is
        Wire.FactBody.FactOneofCase.PlanChanged or Wire.FactBody.FactOneofCase.Merged
        || fact?.SeverityChanged is { AgreedByContact.Length: > 0 };

    /// <summary>What the ticket answers to a request that it need not decide on; null when it is new to it.</summary>
    private async Task<TicketReply?> Before(TicketName name, RequestMark mark, CancellationToken cancellation)
    {
        var found = await tickets.Ask(name.Ticket, ticket => ticket.Find(mark), cancellation);
        return found.Outcome == TicketOutcome.Exists ? null : found;
    }

    /// <summary>The terms that a change of plan names: the ticket's own, with the readings of the change.</summary>
    private async Task<PlanReference?> MoveOf(TicketName name, Wire.RecordFactRequest request, Instant? effective, CancellationToken cancellation)
    {
        if (request.Fact?.PlanChanged is not { } change)
        {
            return null;
        }

        var checks = new RequestChecks();
        var plan = checks.RequiredName<PlanName>("fact.plan_changed.plan", change.Plan);
        var readings = TermsMapping.ReadReadings(checks, "fact.plan_changed.readings", change.Readings);
        checks.ThrowIfAny();
        var record = (await tickets.Ask(name.Ticket, static ticket => ticket.Read(), cancellation)).Require(name.Ticket);
        var revision = await plans.Find(plan!, effective, cancellation);
        var policy = await plans.Keep(plan!.Policy, revision.ContentHash, cancellation);
        var terms = PlanMoves.TermsOf(record.Log.Plans.Last().Terms, readings, policy);
        PlanMoves.Require(policy, plan.Plan, terms, "fact.plan_changed");
        return new PlanReference(revision.ContentHash, plan.Plan, terms);
    }

    private async Task CheckMerge(RequestChecks checks, TicketName name, Fact.Merged merged, CancellationToken cancellation)
    {
        if (merged.Into == name.Ticket)
        {
            checks.Add(ErrorReason.InvalidMerge, "fact.merged.into", "A ticket cannot be merged into itself; name another one.");
            return;
        }

        var into = (await tickets.Ask(merged.Into, static ticket => ticket.Read(), cancellation)).Require(merged.Into);
        if (into.IsMerged)
        {
            checks.Add(ErrorReason.InvalidMerge, "fact.merged.into", $"'tickets/{merged.Into}' was merged itself; name the ticket it was merged into.");
        }
    }
}
