using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Severities;

/// <summary><c>sla severity assess xtm --report availability=down --report workaround=none</c>.</summary>
internal static class AssessSeverityCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, or one of its plans: xtm, xtm/gold." };
        var report = new Option<string[]>("--report") { Description = "What the reporter says: field=value, such as availability=down. May be repeated.", HelpName = "field=value" };
        var claimed = new Option<int?>("--claimed-level") { Description = "The level the customer claims.", HelpName = "level" };
        var verified = new Option<int?>("--verified-level") { Description = "The level support has verified.", HelpName = "level" };
        var agreed = new Option<bool>("--agreed") { Description = "An authorized contact agreed to the verified level." };
        var reason = new Option<string?>("--reason") { Description = "Why the level differs from the proposal.", HelpName = "text" };
        var command = new Command("assess", "Say which level a report gets, and by which rule.") { policy, report, claimed, verified, agreed, reason };
        return command.Runs(host, async context =>
        {
            var request = new AssessSeverityRequest
            {
                Policy = ShortNames.PlanOrPolicy("policy", context.Required(policy)),
                Report = ReportText.Build("--report", context.Value(report), context.Zone, context.Now) ?? new IncidentReport(),
                AgreedByContact = context.Value(agreed),
                OverrideReason = context.Value(reason) ?? "",
                Language = context.Language,
            };
            if (context.Value(claimed) is { } claim)
            {
                request.ClaimedLevel = claim;
            }

            if (context.Value(verified) is { } level)
            {
                request.VerifiedLevel = level;
            }

            var answer = await context.Platform.Triage.AssessSeverityAsync(request, context.Call());
            context.Show(answer, () => View(answer));
        });
    }

    private static Rows View(AssessSeverityResponse answer)
    {
        var remarks = Tables.Create(null, "remark", "about", "text");
        foreach (var missing in answer.MissingInformation)
        {
            remarks.Row("missing", missing.Field, missing.Prompt);
        }

        foreach (var exclusion in answer.Exclusions)
        {
            remarks.Row("may be excluded", exclusion.Clause, exclusion.Description);
        }

        foreach (var warning in answer.Warnings)
        {
            remarks.Row("warning", warning.Code, warning.Message);
        }

        foreach (var other in answer.Alternatives)
        {
            remarks.Row("otherwise", $"{other.Field}={ReportText.Word(other.Field, other.Value)}", other.Diverted ? "diverted" : other.Level == 0 ? "no level" : $"level {other.Level}");
        }

        var facts = Tables.Facts(
            ("proposed", answer.HasProposedLevel ? $"{answer.ProposedLevel} ({answer.ProposedSeverity?.Label})" : "none"),
            ("ruling", answer.HasRulingLevel ? $"{answer.RulingLevel} ({EnumWords.Show(answer.RulingSource)})" : "none"),
            ("rule", answer.Rule),
            ("because", answer.Explanation),
            ("facts used", string.Join(", ", answer.FactsUsed)),
            ("diverted", answer.Diversion is { } diversion ? $"clause {diversion.Clause}: {diversion.Reason} {diversion.SendTo}" : ""),
            ("version", answer.VersionSupport is { State: VersionState.Unsupported } unsupported
                ? $"unsupported{(unsupported.UpgradeTo.Length > 0 ? $", upgrade to {unsupported.UpgradeTo}" : "")}: {unsupported.Message}"
                : ""),
            ("policy", answer.PolicyRevision));
        return remarks.Rows.Count == 0 ? new Rows(facts) : new Rows(facts, remarks);
    }
}
