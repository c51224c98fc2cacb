using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.ResourceNames;

namespace SlaPlatform.Cli.Values;

/// <summary>Resource names, which people may shorten: <c>xtm/gold</c>, <c>acme</c>, <c>T-123</c>.</summary>
internal static class ShortNames
{
    public static string Policy(string field, string text) => text.Contains('@', StringComparison.Ordinal)
        ? Checked<PolicyRevisionName>(field, Under("policies/", text), "xtm@3f2a9c01b7de")
        : Checked<PolicyName>(field, Under("policies/", text), "xtm");

    public static string Plan(string field, string text) => Checked<PlanName>(field, Within("policies/", "plans", text), "xtm/gold");

    /// <summary>A plan, or a whole policy.</summary>
    public static string PlanOrPolicy(string field, string text) =>
        text.StartsWith("policies/", StringComparison.Ordinal) == (text.Count(character => character == '/') == 1) ? Policy(field, text) : Plan(field, text);

    public static string Calendar(string field, string text) => Checked<CalendarName>(field, Within("policies/", "calendars", text), "xtm/24x5");

    public static string Account(string field, string text) => Checked<AccountName>(field, Under("accounts/", text), "acme");

    public static string Ticket(string field, string text) => Checked<TicketName>(field, Under("tickets/", text), "t-123");

    public static string Release(string field, string text) => Checked<ReleaseName>(field, Within("policies/", "releases", text), "xtm/5f0a7c11d2e3");

    public static string Exclusion(string field, string text) => Checked<ExclusionName>(field, Within("tickets/", "exclusions", text), "t-123/d");

    /// <param name="account">The account's full name, for a contact named by its id alone.</param>
    public static string Contact(string field, string text, string? account) =>
        Checked<ContactName>(field, OfAccount(field, "contacts", text, account), "acme/alice");

    /// <param name="account">The account's full name, for a subscription named by its id alone.</param>
    public static string Subscription(string field, string text, string? account) =>
        Checked<SubscriptionName>(field, OfAccount(field, "subscriptions", text, account), "acme/main");

    public static string Allowance(string field, string text) =>
        Checked<AllowanceName>(field, Parts("accounts/", text, "subscriptions", "allowances"), "acme/main/tam-hours");

    public static string Reservation(string field, string text) =>
        Checked<ReservationName>(field, Parts("accounts/", text, "subscriptions", "allowances", "reservations"), "acme/main/tam-hours/{reservation}");

    public static string Obligation(string field, string text) => Checked<ObligationName>(field, Within("accounts/", "obligations", text), "acme/{obligation}");

    public static string Sunset(string field, string text) => Checked<SunsetName>(field, Within("policies/", "sunsets", text), "collibra/{sunset}");

    public static string Downtime(string field, string text) => Checked<DowntimeName>(field, Within("accounts/", "downtimes", text), "acme/{downtime}");

    public static string MaintenanceWindow(string field, string text) =>
        Checked<MaintenanceWindowName>(field, Within("accounts/", "maintenanceWindows", text), "acme/{window}");

    /// <summary>An account, or a policy where it is written in full.</summary>
    public static string AccountOrPolicy(string field, string text) =>
        text.StartsWith("policies/", StringComparison.Ordinal) ? Checked<PolicyName>(field, text, "policies/xtm") : Account(field, text);

    /// <summary>The last id of a name, for tables.</summary>
    public static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>A plan's name without the fixed words: <c>xtm@3f2a9c01b7de/gold</c>.</summary>
    public static string OfPlan(string name) =>
        PlanName.TryParse(name, out var plan, out _) ? $"{plan.Policy}{(plan.Revision is null ? "" : "@" + plan.Revision)}/{plan.Plan}" : name;

    private static string OfAccount(string field, string collection, string text, string? account) => text.Contains('/', StringComparison.Ordinal)
        ? Within("accounts/", collection, text)
        : account is not null
            ? $"{account}/{collection}/{Lower(text)}"
            : throw new UsageException(field, $"'{text}' does not say of which account.", $"Write acme/{text}, or the full name accounts/acme/{collection}/{text}.");

    private static string Under(string prefix, string text) => text.StartsWith(prefix, StringComparison.Ordinal) ? text : prefix + Lower(text);

    private static string Within(string prefix, string collection, string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && !text.StartsWith(prefix, StringComparison.Ordinal) ? $"{prefix}{Lower(parts[0])}/{collection}/{Lower(parts[1])}" : text;
    }

    private static string Parts(string prefix, string text, params ReadOnlySpan<string> collections)
    {
        var parts = text.Split('/');
        if (parts.Length != collections.Length + 1 || text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return text;
        }

        var name = prefix + Lower(parts[0]);
        for (var i = 0; i < collections.Length; i++)
        {
            name += $"/{collections[i]}/{Lower(parts[i + 1])}";
        }

        return name;
    }

    // Ids are lowercase everywhere, so that a ticket may be written as it is spoken of.
    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Checked<TName>(string field, string name, string example)
        where TName : class, IResourceName<TName> => TName.TryParse(name, out var parsed, out var error)
            ? parsed.Format()
            : throw new UsageException(field, error, $"A short form such as {example} will do.");
}
