namespace SlaPlatform.Clocks.Journal;

/// <summary>A setting of Redis that decides what survives a crash.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is; null when it cannot be seen.</param>
/// <param name="Wanted">What it should be.</param>
/// <param name="Otherwise">What happens when it is something else.</param>
internal sealed record DurabilitySetting(string Name, string? Value, string Wanted, string Otherwise);
