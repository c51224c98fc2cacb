using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Accounts;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Assignments;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Contacts;
using SlaPlatform.Entitlements.Figures;
using SlaPlatform.Entitlements.Obligations;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Sunsets;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Who may ask for support under which plan.</summary>
internal sealed partial class EntitlementRpc(
    AccountOperations accounts,
    AccountQueries accountQueries,
    ContactOperations contacts,
    ContactQueries contactQueries,
    SubscriptionOperations subscriptions,
    Cancellations cancellations,
    SubscriptionQueries subscriptionQueries,
    CheckOperation checks,
    LedgerOperations ledger,
    AllowanceQueries allowances,
    SunsetCalculator sunsetTerms,
    SunsetOperations sunsets,
    Terminations terminations,
    ObligationOperations obligations,
    OccasionOperations occasions,
    AssignmentOperations assignments,
    TicketRouter router) : EntitlementService.EntitlementServiceBase
{
    public override Task<Account> CreateAccount(CreateAccountRequest request, ServerCallContext context) =>
        context.Answer(accounts.CreateAsync(request, context.CancellationToken));

    public override Task<Account> GetAccount(GetAccountRequest request, ServerCallContext context) =>
        accountQueries.GetAsync(request, context.CancellationToken);

    public override Task<Account> UpdateAccount(UpdateAccountRequest request, ServerCallContext context) =>
        context.Answer(accounts.UpdateAsync(request, context.CancellationToken));

    public override Task<ListAccountsResponse> ListAccounts(ListAccountsRequest request, ServerCallContext context) =>
        accountQueries.ListAsync(request, context.CancellationToken);

    public override Task<Account> SuspendAccount(SuspendAccountRequest request, ServerCallContext context) =>
        context.Answer(accounts.SuspendAsync(request, context.CancellationToken));

    public override Task<Account> ReinstateAccount(ReinstateAccountRequest request, ServerCallContext context) =>
        context.Answer(accounts.ReinstateAsync(request, context.CancellationToken));

    public override Task<Subscription> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context) =>
        context.Answer(subscriptions.CreateAsync(request, context.CancellationToken));

    public override Task<Subscription> GetSubscription(GetSubscriptionRequest request, ServerCallContext context) =>
        subscriptionQueries.GetAsync(request, context.CancellationToken);

    public override Task<Subscription> UpdateSubscription(UpdateSubscriptionRequest request, ServerCallContext context) =>
        context.Answer(subscriptions.UpdateAsync(request, context.CancellationToken));

    public override Task<Subscription> RenewSubscription(RenewSubscriptionRequest request, ServerCallContext context) =>
        context.Answer(cancellations.RenewAsync(request, context.CancellationToken));

    public override Task<Subscription> CancelSubscription(CancelSubscriptionRequest request, ServerCallContext context) =>
        context.Answer(cancellations.CancelAsync(request, context.CancellationToken));

    public override Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context) =>
        subscriptionQueries.ListAsync(request, context.CancellationToken);

    public override Task<Contact> AddContact(AddContactRequest request, ServerCallContext context) =>
        context.Answer(contacts.AddAsync(request, context.CancellationToken));

    public override Task<Contact> GetContact(GetContactRequest request, ServerCallContext context) =>
        contactQueries.GetAsync(request, context.CancellationToken);

    public override Task<Contact> UpdateContact(UpdateContactRequest request, ServerCallContext context) =>
        context.Answer(contacts.UpdateAsync(request, context.CancellationToken));

    public override Task<Contact> RemoveContact(RemoveContactRequest request, ServerCallContext context) =>
        context.Answer(contacts.RemoveAsync(request, context.CancellationToken));

    public override Task<ListContactsResponse> ListContacts(ListContactsRequest request, ServerCallContext context) =>
        contactQueries.ListAsync(request, context.CancellationToken);

    public override Task<CheckEntitlementResponse> CheckEntitlement(CheckEntitlementRequest request, ServerCallContext context) =>
        checks.RunAsync(request, context);
}
