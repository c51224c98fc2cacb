namespace SlaPlatform.LocalHosting;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>The connection string; it may hold a password.</summary>
    string ConnectionString { get; }
}
