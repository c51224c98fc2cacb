namespace SlaPlatform.Clocks.Journal;

/// <summary>Redis holds something that this version of the service cannot read.</summary>
internal sealed class JournalFormatException(string message) : Exception(message);
