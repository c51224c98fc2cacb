namespace SlaPlatform.Cli.CommandLine;

/// <summary>What a run of the program reads and writes: two streams, the environment and the clock.</summary>
internal sealed record CliHost(
    TextWriter Out, TextWriter Error, bool OutIsTerminal, bool ErrorIsTerminal, Func<string, string?> Variable, TimeProvider Clock)
{
    public static CliHost ForProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable, TimeProvider.System);
}
