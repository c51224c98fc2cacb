using Google.Protobuf;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using DomainState = SlaPlatform.Engine.Entitlements.SubscriptionState;
using DomainSubscription = SlaPlatform.Engine.Entitlements.Subscription;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Between stored subscriptions, the engine's and the contract's.</summary>
internal static class SubscriptionMapping
{
    /// <summary>The subscription that a row holds.</summary>
    public static DomainSubscription ToDomain(this SubscriptionRow row)
    {
        var checks = new RequestChecks();
        var read = SubscriptionReader.Read(checks, row.Given(), row.Id)
            ?? throw new InvalidDataException($"Subscription {row.Id} of account {row.AccountId} cannot be read: {checks.Violations[0].Description}");
        return read with { CancelledFrom = row.CancelledFrom };
    }

    /// <summary>What the caller gave.</summary>
    public static Subscription Given(this SubscriptionRow row) => Subscription.Parser.ParseFrom(row.Message);

    public static Subscription ToWire(this SubscriptionRow row, Instant now)
    {
        var wire = row.Given();
        wire.Name = new SubscriptionName(row.AccountId, row.Id).Format();
        wire.State = StateOf(row.ToDomain().StateAt(now));
        wire.CancelTime = row.CancelTime?.ToTimestamp();
        wire.CreateTime = row.CreateTime.ToTimestamp();
        wire.Etag = Etags.Of(row.Revision);
        return wire;
    }

    /// <summary>Puts a checked subscription into a row: without outputs, and calendars in plain form, so that no holiday file is read twice.</summary>
    public static void Fill(this SubscriptionRow row, Subscription given, DomainSubscription read)
    {
        var kept = given.Clone();
        kept.Name = "";
        kept.State = SubscriptionState.Unspecified;
        kept.CancelTime = null;
        kept.CreateTime = null;
        kept.Etag = "";
        foreach (var (id, calendar) in read.Terms.CalendarOverrides)
        {
            kept.CalendarOverrides[id] = calendar.ToProto(id);
        }

        row.PolicyId = read.PolicyId;
        row.PlanId = read.PlanId;
        row.StartDate = read.Term.Start;
        row.EndDate = read.Term.End;
        row.Message = kept.ToByteArray();
    }

    private static SubscriptionState StateOf(DomainState state) => state switch
    {
        DomainState.Upcoming => SubscriptionState.Upcoming,
        DomainState.Active => SubscriptionState.Active,
        DomainState.Trial => SubscriptionState.Trial,
        DomainState.Cancelled => SubscriptionState.Cancelled,
        _ => SubscriptionState.Expired,
    };
}
