using System.CommandLine;
using Google.Protobuf;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary><c>sla policies check xtm.yaml</c>: errors and lints of a document, published or not.</summary>
internal static class CheckDocumentCommand
{
    public static Command Create(CliHost host)
    {
        var document = PolicyCommand.DocumentArgument();
        var command = new Command("check", "Find the errors of a policy document, and what is legal in it and rarely meant. Nothing is stored.") { document };
        return command.Runs(host, async context =>
        {
            var path = context.Required(document).ToString();
            var request = new ValidatePolicyRequest { Document = ByteString.CopyFrom(PolicyCommand.ReadDocument(path)) };
            var answer = await context.Platform.Catalog.ValidatePolicyAsync(request, context.Call());
            context.Show(answer, () => View(answer));
            return answer.Publishable ? ExitCodes.Done : ExitCodes.Refused;
        });
    }

    private static IRenderable View(ValidatePolicyResponse answer)
    {
        var verdict = Tables.Note(answer.Publishable ? $"It can be published; its hash is {answer.DocumentSha256}." : "It cannot be published.");
        if (answer.Findings.Count == 0)
        {
            return verdict;
        }

        var table = Tables.Create(null, "line", "column", "", "rule", "finding", "accepted because").Right(0, 1);
        foreach (var finding in answer.Findings)
        {
            table.Row($"{finding.Line}", $"{finding.Column}", finding.Severity == FindingSeverity.Error ? "error" : "lint", finding.Rule, finding.Message, finding.AcceptedReason);
        }

        return new Rows(table, verdict);
    }
}
