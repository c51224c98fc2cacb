using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;

namespace SlaPlatform.Entitlements.Obligations;

/// <summary>Lists what is owed and notes what was done.</summary>
internal sealed class ObligationOperations(ObligationBook book, Mutator<EntitlementsDb> mutator, TimeProvider time)
{
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    public async Task<ListObligationsResponse> ListAsync(ListObligationsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var parent = checks.RequiredName<AccountName>("parent", request.Parent);
        var start = TermReader.Date(checks, "start_date", request.StartDate, isRequired: false);
        var end = TermReader.Date(checks, "end_date", request.EndDate, isRequired: false);
        var language = context.Language(checks, request.Language);
        if (end < start)
        {
            checks.Add(ErrorReason.TimeOrder, "end_date", "It is before the start date; give that day or a later one.");
        }

        checks.ThrowIfAny();
        var owed = await book.OfAsync(parent!.Account, context.CancellationToken);
        var within = owed.Where(found => !(found.Owed.DueDate < start) && !(found.Owed.DueDate > end)).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, within, found => found.Owed.Id);
        var now = time.GetStoredInstant();
        return new ListObligationsResponse
        {
            Obligations = { page.Items.Select(found => found.Owed.ToWire(found.Subscription, now, language)) },
            NextPageToken = page.NextPageToken,
        };
    }

    public async Task<Changed<Obligation>> CompleteAsync(CompleteObligationRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ObligationName>("name", request.Name);
        var effective = checks.Time("effective_time", request.EffectiveTime);
        var requestId = checks.RequestId(request.RequestId);
        if (effective > time.GetStoredInstant() + Tolerance)
        {
            checks.Add(ErrorReason.TimeOutOfRange, "effective_time", "It is in the future; say so once it is done.");
        }

        checks.ThrowIfAny();
        var (subscription, owed) = (await book.OfAsync(name!.Account, cancellation)).FirstOrDefault(found => found.Owed.Id == name.Obligation);
        if (owed is null)
        {
            throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list what is owed with ListObligations");
        }

        var mutation = new Mutation<EntitlementsDb, Obligation>
        {
            Lock = db => db.LockAccountAsync(name.Account, cancellation),
            Apply = async (db, now) =>
            {
                if (owed.CompleteTime is not null || await db.Completions.FindAsync([name.Account, name.Obligation], cancellation) is not null)
                {
                    throw Refusals.FailedPrecondition(ErrorReason.AlreadyCompleted, name.Format(), $"{name.Format()} was met before; nothing is left to do.");
                }

                var done = Instant.Min(effective ?? now, now);
                db.Completions.Add(new CompletionRow { AccountId = name.Account, ObligationId = name.Obligation, CompleteTime = done, RecordTime = now });
                return name.Format();
            },
            Read = async (db, _) =>
            {
                var row = await db.Completions.FindAsync([name.Account, name.Obligation], cancellation);
                return (owed with { CompleteTime = row?.CompleteTime }).ToWire(subscription, time.GetStoredInstant(), LocalizedText.Default);
            },
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, name.Account), mutation, cancellation);
    }
}
