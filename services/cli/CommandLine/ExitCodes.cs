namespace SlaPlatform.Cli.CommandLine;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The platform refused or failed, or could not be reached.</summary>
    public const int Refused = 1;

    /// <summary>The command line or a file named on it is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C before the work was done.</summary>
    public const int Interrupted = 130;
}
