using System.Diagnostics;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cli;

/// <summary>The command line client as it is built, told where a platform is.</summary>
internal static class SlaProgram
{
    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(PlatformProcess platform, params string[] arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Repository.BuiltAssembly("services/cli", "sla"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    // So wide that no table is folded.
                    ["COLUMNS"] = "400",
                    ["SLA_CATALOG_URL"] = platform.Address(101),
                    ["SLA_ENTITLEMENTS_URL"] = platform.Address(102),
                    ["SLA_TRIAGE_URL"] = platform.Address(103),
                    ["SLA_CLOCKS_URL"] = platform.Address(104),
                },
            },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await errors);
    }
}
