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

    /// <param name="place">Where the fact's name (<c>fact</c>) and its details (<c>reason</c> and so on) stand, for errors.</param>
    /// <param name="account">The ticket's account, for a contact named by its id alone; null when unknown.</param>
    public static FactBody Build(Func<string, string> place, string name, FactDetails details, string? account = null)
    {
        var body = new FactBody { Actor = details.Actor ?? "" };
        switch (name.Replace('-', '_').ToLowerInvariant())
        {
            case "agent_responded": body.AgentResponded = new(); break;
            case "customer_replied": body.CustomerReplied = new(); break;
            case "waiting_on_customer": body.WaitingOnCustomer = new() { Reason = details.Reason ?? "" }; break;
            case "paused": body.Paused = new() { Reason = Needed(place, name, "reason", details.Reason) }; break;
            case "resumed": body.Resumed = new(); break;
            case "confirmed": body.Confirmed = new() { Cause = details.Cause is { } cause ? EnumWords.Parse<Cause>(place("cause"), cause) : Cause.Unspecified }; break;
            case "handed_over": body.HandedOver = new() { Line = EnumWords.Parse<Line>(place("line"), Needed(place, name, "line", details.Line)) }; break;
            case "severity_changed": body.SeverityChanged = Severity(place, details, account); break;
            case "plan_changed": body.PlanChanged = Plan(place, Needed(place, name, "plan", details.Plan), details.Readings); break;
            case "workaround_provided": body.WorkaroundProvided = new(); break;
            case "excluded": body.Excluded = new() { Clause = Needed(place, name, "clause", details.Clause), Evidence = details.Evidence ?? "" }; break;
            case "exclusion_lifted": body.ExclusionLifted = new() { Clause = Needed(place, name, "clause", details.Clause) }; break;
            case "resolved": body.Resolved = new() { Release = details.Release is { } release ? ShortNames.Release(place("release"), release) : "" }; break;
            case "reopened": body.Reopened = new(); break;
            case "closed": body.Closed = new() { Reason = details.Reason ?? "" }; break;
            case "merged": body.Merged = new() { Into = ShortNames.Ticket(place("into"), Needed(place, name, "into", details.Into)) }; break;
            default: throw new UsageException(place("fact"), $"'{name}' is not a fact.", $"Use one of {string.Join(", ", Names)}.");
        }

        return body;
    }

    private static SeverityChanged Severity(Func<string, string> place, FactDetails details, string? account)
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
                throw new UsageException(
                    place("level"), "severity_changed needs one level.",
                    $"Give support's by {place("level")} or the customer's by {place("claimed_level")}, and record the other one as a fact of its own.");
        }

        if (details.AgreedBy is { } contact)
        {
            changed.AgreedByContact = ShortNames.Contact(place("agreed_by"), contact, account);
        }

        return changed;
    }

    private static PlanChanged Plan(Func<string, string> place, string plan, Dictionary<string, string>? readings)
    {
        var changed = new PlanChanged { Plan = ShortNames.Plan(place("plan"), plan) };
        changed.Readings.Add(readings ?? []);
        return changed;
    }

    private static string Needed(Func<string, string> place, string name, string detail, string? value) =>
        value ?? throw new UsageException(place(detail), $"it is missing, and {name} cannot do without it.", "Add it.");
}
