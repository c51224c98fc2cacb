namespace SlaPlatform.LocalHosting;

/// <summary>A resource that takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;
