using System.CommandLine;
using System.CommandLine.Parsing;
using SlaPlatform.Cli.Rendering;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON for programs: the contracts' own field names.",
        Recursive = true,
    };

    public static Option<string?> Language { get; } = new("--language")
    {
        Description = "Language of the texts: en, fr, it or zh. Default: en.",
        HelpName = "tag",
        Recursive = true,
        Validators = { CheckLanguage },
    };

    public static Option<string?> Zone { get; } = new("--zone")
    {
        Description = "IANA time zone of times that are given without an offset, and of the times shown. Default: the ticket's, else UTC.",
        HelpName = "zone",
        Recursive = true,
    };

    public static Option<string?> Timeout { get; } = new("--timeout")
    {
        Description = "How long to wait for the platform, such as 10s or 2m. Default: 30s, 5m for replay, 6h for import.",
        HelpName = "duration",
        Recursive = true,
    };

    public static Option<int?> PortBase { get; } = new("--port-base")
    {
        Description = "The port base that the AppHost was given; or SLA_PORT_BASE. Default: the declared ports, or the services' own variables.",
        HelpName = "number",
        Recursive = true,
    };

    /// <summary>Of commands that change something.</summary>
    public static Option<string?> RequestId { get; } = new("--request-id")
    {
        Description = "UUID of the request. Repeat a command under the same one to be sure that it is done once. Default: a new one.",
        HelpName = "uuid",
    };

    // The services take any tag and fall back to English, which would look like an answer in that language.
    private static void CheckLanguage(OptionResult given)
    {
        if (given.GetValueOrDefault<string?>() is { Length: > 0 } tag && !PlanWords.Languages.Contains(PlanWords.LanguageOf(tag)))
        {
            given.AddError($"--language: there are no texts in '{tag}', only in {string.Join(", ", PlanWords.Languages)}.");
        }
    }
}
