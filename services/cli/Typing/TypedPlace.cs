namespace SlaPlatform.Cli.Typing;

/// <summary>Where something was typed.</summary>
/// <param name="Name">The option, the argument or the key of a file.</param>
/// <param name="Day">The weekday of a window that was written for several days at once; null for everything else.</param>
internal sealed record TypedPlace(string Name, string? Day = null);
