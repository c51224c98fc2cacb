using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Holds the book that answers are given from. Safe for concurrent use: a new book replaces the old one as a whole.</summary>
internal sealed class RevisionStore
{
    private static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(1);

    private volatile RevisionBook? _book;

    /// <summary>The book as it now stands.</summary>
    /// <exception cref="RefusalException">The import at start is not done.</exception>
    public RevisionBook Book => _book ?? throw Refusals.NotReady(ResourceNames.Catalog, StartDelay);

    public void Replace(RevisionBook book) => _book = book;
}
