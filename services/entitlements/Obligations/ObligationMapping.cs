using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Entitlements.Store;
using DomainObligation = SlaPlatform.Engine.Obligations.Obligation;
using DomainState = SlaPlatform.Engine.Obligations.ObligationState;

namespace SlaPlatform.Entitlements.Obligations;

/// <summary>From obligations to the contract.</summary>
internal static class ObligationMapping
{
    public static Obligation ToWire(this DomainObligation owed, SubscriptionName subscription, Instant now, string language)
    {
        var state = owed.StateAt(now);
        return new Obligation
        {
            Name = new ObligationName(subscription.Account, owed.Id).Format(),
            Feature = owed.Rule.Id,
            Title = owed.Rule.Title.In(language),
            DueDate = owed.DueDate.ToDate(),
            DueTime = owed.DueTime.ToTimestamp(),
            State = state switch
            {
                DomainState.Due => ObligationState.Due,
                DomainState.Missed => ObligationState.Missed,
                _ => ObligationState.Done,
            },
            Late = state == DomainState.DoneLate,
            CompleteTime = owed.CompleteTime?.ToTimestamp(),
            Binding = owed.Rule.IsBinding,
            Reference = owed.Reference,
            Subscription = subscription.Format(),
            Source = owed.Rule.Source,
        };
    }

    public static Occasion ToWire(this OccasionRow row) => new()
    {
        Name = $"{row.Parent}/occasions/{row.Id}",
        Kind = (OccasionKind)((int)row.Kind + 1),
        EventTime = row.EventTime.ToTimestamp(),
        Reference = row.Reference,
    };
}
