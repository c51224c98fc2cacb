using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Catalog.Store;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Publishes revisions.</summary>
internal sealed partial class PolicyPublisher(Mutator<CatalogDb> mutator, RevisionStore revisions, TimeProvider time, ILogger<PolicyPublisher> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public async Task<Changed<Publication>> PublishAsync(PublishPolicyRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var document = ReadDocument(checks, request);
        var wanted = checks.Time("effective_time", request.EffectiveTime)?.ToStored();
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();

        var added = (RevisionRow?)null;
        var mutation = new Mutation<CatalogDb, PolicyRevisionName>
        {
            Lock = store => store.LockRevisionsAsync(cancellation),
            Apply = async (store, now) =>
            {
                added = RevisionRow.Of(document!, await EffectiveAsync(store, document!.Policy!, wanted, now, cancellation), now, RevisionOrigin.Published);
                var name = new PolicyRevisionName(added.PolicyId, added.RevisionId).Format();
                if (await store.Revisions.FindAsync([added.PolicyId, added.RevisionId], cancellation) is { } known)
                {
                    throw known.ContentHash == added.ContentHash
                        ? Refusals.AlreadyExists(name, "change the document's version to publish its terms once more")
                        : Refusals.AlreadyExists(name, "with another content; change the document's version", ErrorReason.RevisionExists);
                }

                store.Revisions.Add(added);
                return name;
            },
            Read = (_, name) => Task.FromResult(PolicyRevisionName.Parse(name)),
            Committing = _ => time.GetStoredInstant() <= added!.RecordTime + PublicationNotice.PreparationLimit
                ? Task.CompletedTask
                : throw Refusals.Unavailable(ResourceNames.Catalog, RetryAfter),
            Committed = () => revisions.Add(Publication.Of(added!)),
        };
        var (published, isRepeat) = await mutator.RunAsync(ChangeRequest.Of(request, requestId, subject: null), mutation, cancellation);
        if (!isRepeat)
        {
            LogPublished(published.Policy, published.Revision, added!.EffectiveTime);
        }

        return new(await revisions.FindAsync(published.Policy, published.Revision, time.GetStoredInstant(), cancellation), isRepeat);
    }

    private static ParsedPolicy? ReadDocument(RequestChecks checks, PublishPolicyRequest request)
    {
        if (request.Document.IsEmpty)
        {
            checks.Add(ErrorReason.FieldRequired, "document", "It is empty; give a policy document.");
            return null;
        }

        if (request.Document.Length > DocumentLimits.Bytes)
        {
            checks.Add(ErrorReason.TextTooLong, "document", $"It has {request.Document.Length} bytes; give at most {DocumentLimits.Bytes}.", DocumentLimits.Bytes);
            return null;
        }

        var parsed = PolicyDocument.Parse(request.Document.Span);
        foreach (var problem in parsed.Problems)
        {
            checks.Add(ErrorReason.PolicyDocumentInvalid, "document", $"Line {problem.Line}, column {problem.Column}: {problem.Message}");
        }

        return parsed;
    }

    /// <summary>From when it is in force: with notice, not before the date that the document names, and after every other revision of the policy.</summary>
    private static async Task<Instant> EffectiveAsync(CatalogDb store, Engine.Policies.Policy policy, Instant? wanted, Instant now, CancellationToken cancellation)
    {
        var stated = policy.EffectiveFrom.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var earliest = Instant.Max(stated, now + PublicationNotice.Length);
        var effective = wanted ?? earliest;
        var others = await store.Revisions.Where(row => row.PolicyId == policy.Id).Select(row => row.EffectiveTime).ToListAsync(cancellation);
        var because = effective < now + PublicationNotice.Length ? $"a revision is published {PublicationNotice.Length.TotalSeconds} s ahead at least: publish for {earliest} or later"
            : effective < stated ? $"the document itself is in force from {policy.EffectiveFrom:uuuu-MM-dd} on: publish for {earliest} or later, or correct its effective_from"
            : others.Count > 0 && effective <= others.Max() ? $"another revision is in force from {others.Max()} on: publish for a later time"
            : null;
        return because is null
            ? effective
            : throw Refusals.FailedPrecondition(ErrorReason.EffectiveTimeTooEarly, new PolicyName(policy.Id).Format(), $"It cannot be in force from {effective} on; {because}.");
    }
}
