namespace SlaPlatform.Cli.CommandLine;

/// <summary>Something on the command line, or in a file named on it, cannot be used.</summary>
/// <param name="place">The option, argument or place in the file.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="remedy">What to write instead.</param>
internal sealed class UsageException(string place, string problem, string remedy) : Exception($"{place}: {problem} {remedy}")
{
    public string Place => place;

    public string Problem => problem;

    public string Remedy => remedy;
}
