namespace SlaPlatform.Clocks.Journal;

/// <summary>Redis did not answer. Whether an append in flight was stored is not known: forget the ticket, load it again, let the request id decide.</summary>
internal sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
