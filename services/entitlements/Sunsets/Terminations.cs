using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using DomainQuote = SlaPlatform.Engine.Sunsets.TerminationQuote;
using TerminationQuote = SlaPlatform.Contracts.Entitlements.V1.TerminationQuote;

namespace SlaPlatform.Entitlements.Sunsets;

/// <summary>Quotes and carries out that a subscription leaves for a sunset.</summary>
internal sealed class Terminations(IDbContextFactory<EntitlementsDb> stores, AccountChanges changes, PolicyFinder policies, TimeProvider time)
{
    public async Task<TerminationQuote> QuoteAsync(QuoteTerminationRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var asked = QuoteReader.Read(checks, request);
        checks.ThrowIfAny();
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var (quote, _) = await WorkOutAsync(db, asked!, time.GetStoredInstant(), "", cancellation);
        return quote;
    }

    public async Task<Changed<TerminationQuote>> TerminateAsync(TerminateForSunsetRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var asked = QuoteReader.Read(checks, request.Quote ?? new QuoteTerminationRequest(), "quote");
        Etags.Require(checks, "etag", request.Etag);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        var name = asked!.Subscription;
        // The catalog is asked before the lock is taken; the answer holds as long as the subscription and its etag do.
        var (quote, overFrom) = await PrepareAsync(asked, cancellation);
        return await changes.RunAsync(
            ChangeRequest.Of(request, requestId, name.Account),
            async (db, now) =>
            {
                var row = await Rows.SubscriptionAsync(db, name, cancellation);
                Etags.Check(request.Etag, row.Revision, name.Format());
                Cancellations.RefuseCancelled(row, name);
                if (await db.Terminations.FindAsync([name.Account, name.Subscription, asked.Sunset.Sunset], cancellation) is not null)
                {
                    throw NotAllowed(name, "It has left for this sunset.");
                }

                Require(quote, name, overFrom, now);
                var sunset = await SunsetOperations.RowAsync(db, asked.Sunset, cancellation);
                db.Terminations.Add(new TerminationRow
                {
                    AccountId = name.Account,
                    SubscriptionId = name.Subscription,
                    SunsetId = sunset.Id,
                    Feature = sunset.Feature,
                    WholeAgreement = asked.WholeAgreement,
                    OverFrom = overFrom!.Value,
                    Quote = quote.ToByteArray(),
                    RecordTime = now,
                });
                if (asked.WholeAgreement)
                {
                    await SubscriptionHistory.KeepAsync(db, row, cancellation);
                    (row.CancelledFrom, row.CancelTime, row.CancelReason) = (overFrom, now, $"Ended as a whole for {asked.Sunset.Format()}.");
                    await SubscriptionHistory.AddAsync(db, row, now, cancellation);
                }

                row.Revision++;
                (await Rows.AccountAsync(db, name.Account, cancellation)).Touch(now);
                return name.Format();
            },
            async (db, _) => TerminationQuote.Parser.ParseFrom(
                (await db.Terminations.FindAsync([name.Account, name.Subscription, asked.Sunset.Sunset], cancellation)
                    ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "quote it with QuoteTermination")).Quote),
            cancellation);
    }

    private async Task<(TerminationQuote Quote, Instant? OverFrom)> PrepareAsync(QuoteReader asked, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return await WorkOutAsync(db, asked, time.GetStoredInstant(), "quote", cancellation);
    }

    private async Task<(TerminationQuote Quote, Instant? OverFrom)> WorkOutAsync(
        EntitlementsDb db, QuoteReader asked, Instant now, string path, CancellationToken cancellation)
    {
        var subscription = (await Rows.SubscriptionAsync(db, asked.Subscription, cancellation)).ToDomain();
        var sunset = await SunsetOperations.RowAsync(db, asked.Sunset, cancellation);
        if (sunset.PolicyId != subscription.PolicyId)
        {
            throw Refusals.InvalidArgument(
                ErrorReason.InvalidResourceName, FieldPath.Join(path, "sunset"), $"It is of policy {sunset.PolicyId}, the subscription under {subscription.PolicyId}; name one of that policy.");
        }

        var policy = (await policies.FindAsync(subscription.PolicyId, subscription.PinnedRevision, cancellation)).Policy;
        var plan = PolicyFinder.PlanOf(policy, new PlanName(policy.Id, subscription.PlanId));
        var rules = SunsetOperations.RulesOf(policy);
        var announced = AnnouncedSunset.Of(policy, rules, sunset.Feature, sunset.NoticeDate, sunset.EndDate, sunset.EquivalentOffered);
        if (announced is not BusinessTime.Validated<AnnouncedSunset>.Valid { Value: var end })
        {
            return (new TerminationQuote { Refusal = announced.Violations[0].Description }, null);
        }

        var zone = DateTimeZoneProviders.Tzdb[subscription.Terms.TimeZone];
        var quote = DomainQuote.Of(rules, end, new TerminationRequest
        {
            Term = subscription.Term,
            HasFeature = plan.Has(sunset.Feature),
            Notice = asked.Notice ?? now.InZone(zone).Date,
            Effect = asked.Effect,
            Fees = asked.Fees,
            Currency = asked.Currency,
            WholeAgreement = asked.WholeAgreement,
        });
        return quote is DomainQuote.Allowed allowed
            ? (ToWire(allowed, asked), zone.AtStartOfDay(allowed.Effect.PlusDays(1)).ToInstant())
            : (new TerminationQuote { Refusal = ((DomainQuote.Refused)quote).Reason, LastNoticeDate = quote.LastNotice?.ToDate() }, null);
    }

    private static TerminationQuote ToWire(DomainQuote.Allowed allowed, QuoteReader asked) => new()
    {
        Allowed = true,
        LastNoticeDate = allowed.LastNotice?.ToDate(),
        EffectDate = allowed.Effect.ToDate(),
        RefundDays = allowed.Refund.Days,
        TermDays = allowed.Refund.TermDays,
        Refund = asked.Currency.ToMoney(allowed.Refund.Amount),
    };

    private static void Require(TerminationQuote quote, SubscriptionName name, Instant? overFrom, Instant now)
    {
        if (!quote.Allowed)
        {
            throw NotAllowed(name, quote.Refusal);
        }

        if (overFrom <= now)
        {
            throw Refusals.InvalidArgument(ErrorReason.InvalidTerm, "quote.effect_date", $"It would end on {quote.EffectDate.ToLocalDate():uuuu-MM-dd}, which is past; give a later day.");
        }
    }

    private static RefusalException NotAllowed(SubscriptionName name, string reason) =>
        Refusals.FailedPrecondition(ErrorReason.SunsetNotAllowed, name.Format(), $"{reason} See QuoteTermination for what is allowed.");
}
