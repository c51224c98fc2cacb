using NodaTime;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using Policy = SlaPlatform.Engine.Policies.Policy;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Opens tickets: looks in the journal, asks whether the contact may, how grave it is and under which terms, and lets the ticket decide.</summary>
internal sealed class TicketOpener(TicketCalls tickets, OpeningQuestions questions, PlanKeeper plans, TimeProvider clock)
{
    private const int Attempts = 3;

    // Standing is judged at the moment that counts: an answer older than this is asked for again.
    private static readonly TimeSpan CheckHolds = TimeSpan.FromSeconds(5);

    public async Task<TicketReply> Open(Wire.OpenTicketRequest request, CancellationToken cancellation)
    {
        var ask = OpeningRequest.Read(request, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        var found = await tickets.Ask(ask.TicketId, ticket => ticket.Find(ask.Mark), cancellation);
        if (found.Outcome != TicketOutcome.NotFound)
        {
            return found;
        }

        var (command, judged) = await Command();
        var attempts = 0;
        return await tickets.Ask(ask.TicketId, OpenOnce, cancellation);

        // A ticket whose silo is being replaced is asked again for some seconds: longer than the check holds.
        async Task<TicketReply> OpenOnce(ITicketGrain ticket)
        {
            if (attempts++ > 0 && clock.GetElapsedTime(judged) > CheckHolds)
            {
                (command, judged) = await Command();
            }

            return await ticket.Open(command);
        }

        async Task<(OpenCommand Command, long Judged)> Command()
        {
            var (check, assessment, policy, asked) = await Judge(request, ask.TicketId, cancellation);
            var plan = PlanName.Parse(check.Plan);
            var reference = new PlanReference(check.DocumentSha256, plan.Plan, OpeningQuestions.TermsOf(check));
            PlanTerms.Resolve(policy, plan.Plan, reference.Terms).OrThrow();
            var opening = OpeningRequest.Opening(request, reference, assessment?.HasProposedLevel == true ? assessment.ProposedLevel : null, OpeningQuestions.ExemptReason(check, assessment), OpeningQuestions.WaitingReason(assessment));
            var intake = OpeningRequest.IntakeOf(request, check);
            // A level that the policy lacks is refused by the engine, which knows the field that gave it.
            if ((opening.VerifiedLevel ?? opening.ClaimedLevel) is { } level && policy.Severities.Find(level) is not null)
            {
                var route = await questions.Route(request, check, level, cancellation);
                intake = intake with { Queue = route.Queue, Person = route.Person.Length == 0 ? null : route.Person };
            }

            var note = new FactNote { Intake = intake };
            return (new OpenCommand(FactCodec.ToBytes(opening, note), Times.Write(ask.ReceivedTime), ask.Mark), asked);
        }
    }

    /// <summary>Asks everybody. When that took longer than the check holds and the plan is another one by now, all of it is asked again: one ticket never has parts of two answers.</summary>
    private async Task<(CheckEntitlementResponse Check, AssessSeverityResponse? Assessment, Policy Policy, long Asked)> Judge(
        Wire.OpenTicketRequest request, string ticketId, CancellationToken cancellation)
    {
        var asked = clock.GetTimestamp();
        var check = await questions.Check(request, request.EffectiveTime, cancellation);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var assessment = await questions.Assess(request, check, cancellation);
            OpeningQuestions.RequireClocked(check, assessment);
            var policy = await plans.Keep(PlanName.Parse(check.Plan).Policy, check.DocumentSha256, cancellation);
            var latest = check;
            if (clock.GetElapsedTime(asked) > CheckHolds)
            {
                asked = clock.GetTimestamp();
                latest = await questions.Check(request, request.EffectiveTime, cancellation);
            }

            if (IsSamePlan(check, latest))
            {
                return (latest, assessment, policy, asked);
            }

            check = latest;
        }

        throw Refusals.ConcurrentWrite(new TicketName(ticketId).Format());
    }

    private static bool IsSamePlan(CheckEntitlementResponse one, CheckEntitlementResponse other) =>
        one.Plan == other.Plan && one.DocumentSha256 == other.DocumentSha256 && one.Readings.Equals(other.Readings);
}
