namespace SlaPlatform.LocalHosting;

/// <summary>A resource that takes arguments.</summary>
public interface IResourceWithArgs : IResource;
