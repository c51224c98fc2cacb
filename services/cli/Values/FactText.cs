using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Values;

/// <summary>Facts by name: <c>agent_responded</c>, <c>paused</c> with a reason, and so on.</summary>
internal static class FactText
{
    /// <summary>The names, in the order of the contract.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. FactBody.Descriptor.Oneofs.Single(oneof => oneof.Name == "fact").Fields.Select(field => field.Name)];

    /// <param name="field">Where the name stands, for errors.</param>
    /// <param name="account">The ticket's account, for a contact named by its id alone; null when unknown.</param>
    public static FactBody Build(string field, string name, FactDetails details, string? account = null)
    {
        var body = new FactBody { Actor = details.Actor ?? "" };
        switch (name.Replace('-', '_').ToLowerInvariant())
        {
            case "agent_responded": body.AgentResponded = new(); break;
            case "customer_replied": body.CustomerReplied = new(); break;
            case "waiting_on_customer": body.WaitingOnCustomer = new() { Reason = details.Reason ?? "" }; break;
            case "paused": body.Paused = new() { Reason = Needed(field, name, "reason", details.Reason) }; break;
            case "resumed": body.Resumed = new(); break;
            case "confirmed": body.Confirmed = new() { Cause = details.Cause is { } cause ? EnumWords.Parse<Cause>("cause", cause) : Cause.Unspecified }; break;
            case "handed_over": body.HandedOver = new() { Line = EnumWords.Parse<Line>("line", Needed(field, name, "line", details.Line)) }; break;
            case "severity_changed": body.SeverityChanged = Severity(field, details, account); break;
            case "plan_changed": body.PlanChanged = Plan(Needed(field, name, "plan", details.Plan), details.Readings); break;
            case "workaround_provided": body.WorkaroundProvided = new(); break;
            case "excluded": body.Excluded = new() { Clause = Needed(field, name, "clause", details.Clause), Evidence = details.Evidence ?? "" }; break;
            case "exclusion_lifted": body.ExclusionLifted = new() { Clause = Needed(field, name, "clause", details.Clause) }; break;
            case "resolved": body.Resolved = new(); break;
            case "reopened": body.Reopened = new(); break;
            case "closed": body.Closed = new() { Reason = details.Reason ?? "" }; break;
            case "merged": body.Merged = new() { Into = ShortNames.Ticket("into", Needed(field, name, "into", details.Into)) }; break;
            default: throw new UsageException(field, $"'{name}' is not a fact.", $"Use one of {string.Join(", ", Names)}.");
        }

        return body;
    }

    private static SeverityChanged Severity(string field, FactDetails details, string? account)
    {
        var changed = new SeverityChanged { Reason = details.Reason ?? "" };
        switch (details)
        {
            case { Level: { } verified, ClaimedLevel: null }:
                changed.VerifiedLevel = verified;
                break;
            case { Level: null, ClaimedLevel: { } claimed }:
                changed.ClaimedLevel = claimed;
                break;
            default:
                throw new UsageException(field, "severity_changed needs one level.", "Give support's level (level) or the customer's (claimed level), and record the other one as a fact of its own.");
        }

        if (details.AgreedBy is { } contact)
        {
            changed.AgreedByContact = ShortNames.Contact("agreed_by", contact, account);
        }

        return changed;
    }

    private static PlanChanged Plan(string plan, Dictionary<string, string>? readings)
    {
        var changed = new PlanChanged { Plan = ShortNames.Plan("plan", plan) };
        changed.Readings.Add(readings ?? []);
        return changed;
    }

    private static string Needed(string field, string name, string detail, string? value) =>
        value ?? throw new UsageException(field, $"{name} needs a {detail}.", $"Give it with --{detail}, or `{detail}:` in a file.");
}
