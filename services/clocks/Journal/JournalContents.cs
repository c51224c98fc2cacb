namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// What Redis holds, as far as a silo can tell. It is taken for another after a lost connection, behind which an older copy may have been restored, and after a flush:
/// a journal of the same length may then be another journal.
/// </summary>
/// <param name="Epoch">The epoch read last; null before the first.</param>
/// <param name="ConnectionsLost">How often the connection was lost.</param>
internal readonly record struct JournalContents(Guid? Epoch, int ConnectionsLost);
