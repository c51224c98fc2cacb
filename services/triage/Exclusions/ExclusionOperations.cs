using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using SlaPlatform.Triage.Clocks;
using SlaPlatform.Triage.Store;
using StepKind = SlaPlatform.Engine.Triage.Exclusions.ExclusionStepKind;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>Decides exclusions, takes appeals, and takes decisions back. What concerns the ticket's clock is stored with the step and told after it.</summary>
internal sealed partial class ExclusionOperations(
    IDbContextFactory<TriageDb> stores, Mutator<TriageDb> mutator, TicketQuestions tickets, FactDelivery delivery, TimeProvider time, ILogger<ExclusionOperations> logger)
{
    private const int LongestText = 16_384;
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    public async Task<Changed<ExclusionDecision>> DecideAsync(DecideExclusionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var ticket = checks.RequiredName<TicketName>("ticket", request.Ticket);
        var clause = checks.RequiredText("clause", request.Clause, Limits.CodeCharacters).Length > 0 ? checks.Id("clause", request.Clause) : "";
        var evidence = checks.RequiredText("evidence", request.Evidence, LongestText);
        var decider = checks.RequiredText("decider", request.Decider, Limits.TitleCharacters);
        var effective = Effective(checks, request.EffectiveTime);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();

        var name = new ExclusionName(ticket!.Ticket, clause);
        // A repeat is answered from the store, whatever has become of the ticket and its clock.
        var found = await mutator.KnowsAsync(requestId, cancellation) ? null : await tickets.AskAsync(ticket, clause, effective, cancellation);
        var decided = await RunAsync(ChangeRequest.Of(request, requestId, name.Format()), name, async (db, now) =>
        {
            var asked = found ?? throw Refusals.ConcurrentWrite(name.Format());
            var stored = await StoredExclusion.FindAsync(db, name, cancellation);
            if (stored?.Case.Allows(StepKind.Decided) == false)
            {
                throw Refusals.AlreadyExists(name.Format(), "it excludes the ticket; reverse it before it is decided anew");
            }

            var row = stored?.Row ?? db.Exclusions.Add(asked.ToRow(name, now)).Entity;
            (row.PolicyId, row.RevisionId) = (asked.PolicyId, asked.RevisionId);
            var body = new FactBody { Actor = decider, Excluded = new Excluded { Clause = clause, Evidence = evidence } };
            await AddAsync(db, name, stored, requestId, new NewStep(StepKind.Decided, decider, evidence, effective), body, now, cancellation);
        }, cancellation);
        if (!decided.IsRepeat)
        {
            LogDecided(name.Format(), decider);
        }

        return decided;
    }

    public Task<Changed<ExclusionDecision>> AppealAsync(AppealExclusionRequest request, CancellationToken cancellation) =>
        AddAsync(request, StepKind.Appealed, request.Name, request.Reason, request.Actor, request.Etag, request.RequestId, cancellation);

    public Task<Changed<ExclusionDecision>> DismissAsync(DismissAppealRequest request, CancellationToken cancellation) =>
        AddAsync(request, StepKind.Dismissed, request.Name, request.Reason, request.Actor, request.Etag, request.RequestId, cancellation);

    public async Task<Changed<ExclusionDecision>> ReverseAsync(ReverseExclusionRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ExclusionName>("name", request.Name);
        var reason = checks.RequiredText("reason", request.Reason, LongestText);
        var actor = checks.RequiredText("actor", request.Actor, Limits.TitleCharacters);
        var effective = Effective(checks, request.EffectiveTime);
        RequireEtag(checks, request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var reversed = await RunAsync(ChangeRequest.Of(request, requestId, name!.Format()), name, async (db, now) =>
        {
            var stored = await OpenAsync(db, name, request.Etag, StepKind.Reversed, cancellation);
            var body = new FactBody { Actor = actor, ExclusionLifted = new ExclusionLifted { Clause = name.Clause } };
            await AddAsync(db, name, stored, requestId, new NewStep(StepKind.Reversed, actor, reason, effective), body, now, cancellation);
        }, cancellation);
        if (!reversed.IsRepeat)
        {
            LogReversed(name.Format(), actor);
        }

        return reversed;
    }

    /// <summary>Adds a step that does not concern the clock.</summary>
    private Task<Changed<ExclusionDecision>> AddAsync(
        IMessage request, StepKind kind, string givenName, string givenReason, string givenActor, string etag, string givenId, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ExclusionName>("name", givenName);
        var reason = checks.RequiredText("reason", givenReason, LongestText);
        var actor = checks.RequiredText("actor", givenActor, Limits.TitleCharacters);
        RequireEtag(checks, etag);
        var requestId = checks.RequestId(givenId);
        checks.ThrowIfAny();
        return RunAsync(ChangeRequest.Of(request, requestId, name!.Format()), name, async (db, now) =>
        {
            var stored = await OpenAsync(db, name, etag, kind, cancellation);
            await AddAsync(db, name, stored, requestId, new NewStep(kind, actor, reason, now), body: null, now, cancellation);
        }, cancellation);
    }

    private static void RequireEtag(RequestChecks checks, string etag)
    {
        if (etag.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "etag", "It is empty; get the decision and send its etag.");
        }
    }

    private static async Task<StoredExclusion> OpenAsync(TriageDb db, ExclusionName name, string etag, StepKind next, CancellationToken cancellation)
    {
        var stored = await StoredExclusion.RequireAsync(db, name, cancellation);
        return stored.Etag != etag ? throw Refusals.StaleEtag(name.Format(), etag)
            : stored.Case.Allows(next) ? stored
            : throw Refusals.FailedPrecondition(
                ErrorReason.DecisionNotOpen, name.Format(), $"'{name.Format()}' is {stored.Case.State.ToString().ToLowerInvariant()}; nothing of it can be {next.ToString().ToLowerInvariant()} now.");
    }

    /// <summary>Adds a step, and the fact that follows from it.</summary>
    private static async Task AddAsync(
        TriageDb db, ExclusionName name, StoredExclusion? stored, string requestId, NewStep step, FactBody? body, Instant now, CancellationToken cancellation)
    {
        // A minute ahead is taken as now, as the clock takes it.
        var effective = step.Effective is { } given && given < now ? given.ToStored() : now;
        if (effective < stored?.Case.LastCounting)
        {
            throw Refusals.InvalidArgument(
                ErrorReason.TimeOrder, "effective_time", $"{effective} is before {stored.Case.LastCounting}, from when the last decision counts; give that or a later time.");
        }

        db.ExclusionSteps.Add(new ExclusionStepRow
        {
            TicketId = name.Ticket,
            Clause = name.Clause,
            Number = (stored?.Steps.Length ?? 0) + 1,
            Kind = step.Kind,
            Actor = step.Actor,
            Text = step.Text,
            EffectiveTime = effective,
            RecordTime = now,
            FactId = body is null ? null : await ClockFacts.AddAsync(db, name.Ticket, requestId, body, effective, now, cancellation),
        });
    }

    private Instant? Effective(RequestChecks checks, Google.Protobuf.WellKnownTypes.Timestamp? given)
    {
        var effective = checks.Time("effective_time", given);
        var now = time.GetStoredInstant();
        if (effective > now + Tolerance)
        {
            checks.Add(ErrorReason.FactInFuture, "effective_time", $"{effective} lies in the future (it is {now}); give a time up to now, or none for now.");
        }

        return effective;
    }

    /// <summary>Stores a step and tells the clock; what the clock refuses for good is refused.</summary>
    private async Task<Changed<ExclusionDecision>> RunAsync(ChangeRequest request, ExclusionName name, Func<TriageDb, Instant, Task> apply, CancellationToken cancellation)
    {
        var mutation = new Mutation<TriageDb, ExclusionDecision>
        {
            Lock = db => db.LockTicketAsync(name.Ticket, cancellation),
            Apply = async (db, now) =>
            {
                await apply(db, now);
                return name.Format();
            },
            Read = async (db, _) => (await StoredExclusion.RequireAsync(db, name, cancellation)).ToWire(),
        };
        var changed = await mutator.RunAsync(request, mutation, cancellation);
        if (changed.Resource.Delivery != ClockDelivery.Pending)
        {
            // A repeat of what the clock refused is refused as well.
            return changed is { IsRepeat: true, Resource.Delivery: ClockDelivery.Refused }
                ? throw Refusals.FailedPrecondition(ErrorReason.FactNotAllowed, name.Format(), await RefusalAsync(name, cancellation))
                : changed;
        }

        var outcome = await delivery.DeliverAsync(name.Ticket, cancellation);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var stored = await StoredExclusion.RequireAsync(db, name, cancellation);
        return stored.Steps[^1].Step.FactId is { } fact && outcome.Refusals.TryGetValue(fact, out var refusal) ? throw refusal : changed with { Resource = stored.ToWire() };
    }

    private async Task<string> RefusalAsync(ExclusionName name, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return (await StoredExclusion.RequireAsync(db, name, cancellation)).Steps[^1].Fact?.Refusal ?? "";
    }

    private sealed record NewStep(StepKind Kind, string Actor, string Text, Instant? Effective);

    [LoggerMessage(3001, LogLevel.Information, "{Exclusion} is decided by {Decider}")]
    private partial void LogDecided(string exclusion, string decider);

    [LoggerMessage(3002, LogLevel.Information, "{Exclusion} is reversed by {Actor}")]
    private partial void LogReversed(string exclusion, string actor);
}
