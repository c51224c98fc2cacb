using NodaTime;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Importing;

/// <summary>
/// What accounts were entitled to, for one stream of imports: a whole past day is asked about at its two ends, instead of once for each ticket. Where the
/// answers differ, or one is a refusal, each ticket is asked about by itself. Safe for concurrent use.
/// </summary>
internal sealed class PastEntitlements(OpeningQuestions questions, PlanKeeper plans, Agreements agreements, TimeProvider clock)
{
    // Standing is judged now: an import that takes long must notice a suspended account.
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    private readonly ShortMemory<CheckEntitlementRequest, Entitled?> midnights = new(Holds, clock);
    private readonly ShortMemory<string, Contact?> contacts = new(Holds, clock);
    private readonly Instant began = Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>What a ticket's account was entitled to when it was received.</summary>
    /// <exception cref="RefusalException">To nothing, or a service does not answer.</exception>
    public async Task<Entitled> Of(Wire.OpenTicketRequest open, Instant? received, CancellationToken cancellation)
    {
        if (received is { } at)
        {
            var day = at.InUtc().Date;
            var next = Midnight(day.PlusDays(1));
            if (next <= began
                && await At(open, Midnight(day), cancellation) is { } first
                && await At(open, next, cancellation) is { } last
                && first.Check.Equals(last.Check))
            {
                return first;
            }
        }

        return await Ask(open, received, cancellation);
    }

    /// <summary>A contact that agreed to a level; null when there is none.</summary>
    public Task<Contact?> Contact(string name, CancellationToken cancellation) => contacts.Get(name, () => agreements.Find(name, cancellation));

    private static Instant Midnight(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    private Task<Entitled?> At(Wire.OpenTicketRequest open, Instant midnight, CancellationToken cancellation) =>
        midnights.Get(OpeningQuestions.CheckOf(open, midnight.ToTimestamp()), async () =>
        {
            try
            {
                return await Ask(open, midnight, cancellation);
            }
            catch (RefusalException refusal) when (refusal.RetryAfter is null)
            {
                return null;
            }
        });

    private async Task<Entitled> Ask(Wire.OpenTicketRequest open, Instant? at, CancellationToken cancellation)
    {
        var check = await questions.Check(open, at?.ToTimestamp(), cancellation);
        (check.CheckTime, check.AccountVersion) = (null, 0);
        var plan = PlanName.Parse(check.Plan);
        var policy = await plans.Keep(plan.Policy, check.DocumentSha256, cancellation);
        var terms = OpeningQuestions.TermsOf(check);
        PlanTerms.Resolve(policy, plan.Plan, terms).OrThrow();
        return new Entitled(check, new PlanReference(check.DocumentSha256, plan.Plan, terms));
    }
}
