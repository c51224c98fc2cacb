namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// Ends the process when its silo cannot go on, above all when the others declared it dead while it was suspended: what it held is alive elsewhere. Whoever
/// supervises the process starts it again, as a new silo.
/// </summary>
/// <param name="loggers">Disposed of, so that the last line is out before the end.</param>
/// <param name="exit">Ends the process with a code.</param>
internal sealed partial class SiloEnd(ILoggerFactory loggers, Action<int> exit) : IFatalErrorHandler
{
    /// <summary>The process's exit code.</summary>
    public const int ExitCode = 70;

    private readonly ILogger logger = loggers.CreateLogger<SiloEnd>();

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        Ended(exception, context ?? exception?.Message ?? $"{sender} gave no reason");
        loggers.Dispose();
        exit(ExitCode);
    }
}
