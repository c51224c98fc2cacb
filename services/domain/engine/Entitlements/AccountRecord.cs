using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Everything about an account that a check or a cap depends on.</summary>
/// <param name="Account">The account.</param>
/// <param name="Contacts">All its contacts, ended ones too.</param>
/// <param name="Subscriptions">All its subscriptions, ended ones too.</param>
public sealed record AccountRecord(Account Account, ImmutableArray<Contact> Contacts, ImmutableArray<Subscription> Subscriptions)
{
    /// <summary>The subscriptions whose terms cover an instant, by id.</summary>
    public IEnumerable<Subscription> InForceAt(Instant at) =>
        Subscriptions.Where(subscription => subscription.InForceAt(at)).OrderBy(subscription => subscription.Id, StringComparer.Ordinal);

    /// <summary>The contact with the id, or null.</summary>
    public Contact? FindContact(string id) => Contacts.FirstOrDefault(contact => contact.Id == id);

    /// <summary>The subscription with the id, or null.</summary>
    public Subscription? FindSubscription(string id) => Subscriptions.FirstOrDefault(subscription => subscription.Id == id);

    /// <inheritdoc/>
    public bool Equals(AccountRecord? other) => other is not null && Account == other.Account
        && Contacts.SequenceEqual(other.Contacts) && Subscriptions.SequenceEqual(other.Subscriptions);

    /// <inheritdoc/>
    public override int GetHashCode() => Account.GetHashCode();
}
