using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary>How a decision is named on the command line.</summary>
internal static class ExclusionArgument
{
    public static Argument<string> Create() => new("exclusion") { Description = "Ticket and clause, such as t-123/d." };

    public static Option<string?> Etag() => new("--etag") { Description = "Only if the decision still has this etag. Default: the one it has now.", HelpName = "etag" };

    public static string Name(string text) => ShortNames.Exclusion("exclusion", text);

    public static async Task<string> EtagAsync(CommandContext context, Option<string?> etag, string name) =>
        context.Value(etag) ?? (await context.Platform.Triage.GetExclusionAsync(new GetExclusionRequest { Name = name }, context.Call())).Etag;
}
