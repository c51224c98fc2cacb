namespace SlaPlatform.LocalHosting;

/// <summary>A resource that has endpoints.</summary>
public interface IResourceWithEndpoints : IResource;
