namespace SlaPlatform.Cli.Rendering;

/// <summary>The command that helps out of a refusal, by its reason. Reasons whose message says what to do are not here.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, string> ByReason = new()
    {
        ["POLICY_NOT_FOUND"] = "`sla plans` lists the policies.",
        ["PLAN_NOT_FOUND"] = "`sla plans` lists the plans.",
        ["CALENDAR_NOT_FOUND"] = "`sla plans show <policy>/<plan>` names the calendars that its targets use.",
        ["UNKNOWN_LEVEL"] = "`sla severity list <policy>` lists the levels.",
        ["UNKNOWN_TIME_ZONE"] = "Use an IANA id such as Europe/Paris.",
        ["ACCOUNT_NOT_FOUND"] = "`sla account list` lists the accounts.",
        ["ACCOUNT_SUSPENDED"] = "`sla account reinstate <account>` lets it open tickets again.",
        ["CONTACT_NOT_FOUND"] = "`sla contact list <account>` lists the contacts.",
        ["UNKNOWN_CONTACT"] = "`sla contact list <account>` lists who may ask; `sla contact add` adds one.",
        ["CONTACT_CAP_REACHED"] = "Remove a contact with `sla contact remove`, or move to a plan with more.",
        ["NAMED_USER_CAP_REACHED"] = "Remove a named user with `sla contact remove`, or move to a plan with more.",
        ["NO_SUBSCRIPTION"] = "`sla subscription create <account> --plan <policy>/<plan>` creates one.",
        ["SUBSCRIPTION_NOT_FOUND"] = "`sla subscription list <account>` lists the subscriptions.",
        ["AMBIGUOUS_SUBSCRIPTION"] = "Name the product with --product, or the subscription with --subscription.",
        ["CHANNEL_NOT_IN_PLAN"] = "`sla plans show <policy>/<plan>` lists the channels; choose one with --channel.",
        ["TICKET_NOT_FOUND"] = "`sla ticket list` lists the tickets.",
        ["FACT_NOT_ALLOWED"] = "`sla ticket show <ticket>` says how it stands.",
        ["MILESTONE_NOT_FOUND"] = "`sla ticket show <ticket>` lists the milestones.",
        ["DECISION_NOT_FOUND"] = "`sla triage list --ticket <ticket>` lists the decisions.",
        ["DECISION_NOT_OPEN"] = "`sla triage show <ticket>/<clause>` says how it stands.",
        ["ALLOWANCE_NOT_FOUND"] = "`sla allowance list <account>` lists the allowances.",
        ["INSUFFICIENT_BALANCE"] = "`sla allowance list <account>` says what is left; `sla allowance grant` adds to it.",
        ["RESERVATION_NOT_FOUND"] = "`sla allowance ledger <account>/<subscription>/<feature>` names the reservations.",
        ["SUNSET_NOT_ALLOWED"] = "`sla sunset quote` says what is allowed.",
        ["NO_AVAILABILITY_GUARANTEE"] = "`sla plans show <policy>/<plan>` says what a plan guarantees.",
        ["NO_CREDIT_DUE"] = "`sla availability show <account> --month <month>` says how the month stands.",
        ["STALE_ETAG"] = "Look at it again, decide again, and send the etag that it has now.",
        ["REQUEST_ID_REUSED"] = "Leave --request-id out, or use a new UUID.",
    };

    public static string? For(string? reason) => reason is null ? null : ByReason.GetValueOrDefault(reason);
}
