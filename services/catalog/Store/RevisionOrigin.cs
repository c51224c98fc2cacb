namespace SlaPlatform.Catalog.Store;

/// <summary>How a revision came to be.</summary>
internal enum RevisionOrigin
{
    /// <summary>From a document that is shipped with the program.</summary>
    Bundled,

    /// <summary>By PublishPolicy.</summary>
    Published,
}
