using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>What a run of the program wrote, with every service at one URL.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    public static Task<ProgramRun> OfAsync(string url, params string[] args) => OfAsync(url, TimeProvider.System, new StringWriter(), TestContext.Current.CancellationToken, args);

    public static async Task<ProgramRun> OfAsync(string url, TimeProvider clock, StringWriter error, CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        var host = new CliHost(output, error, OutIsTerminal: false, ErrorIsTerminal: false, name => name.StartsWith("SLA_", StringComparison.Ordinal) ? url : null, clock);
        var code = await CliApplication.RunAsync(args, host, cancellation);
        return new ProgramRun(code, output.ToString(), error.ToString());
    }
}
