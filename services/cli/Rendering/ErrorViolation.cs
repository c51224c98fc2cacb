namespace SlaPlatform.Cli.Rendering;

/// <summary>A field that is wrong.</summary>
/// <param name="Field">Its path in the contract; on the command line alone, the option or argument.</param>
/// <param name="Argument">The option, argument or key of a file that gave it.</param>
/// <param name="Reason">The contracts' reason; null when there is none.</param>
/// <param name="Message">One sentence.</param>
internal sealed record ErrorViolation(string Field, string Argument, string? Reason, string Message);
