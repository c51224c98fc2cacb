namespace SlaPlatform.LocalHosting;

/// <summary>Something that the topology names. This and the types beside it are the part of Aspire's model that AppHost.cs uses; what is not here does not compile.</summary>
public interface IResource
{
    /// <summary>The name, unique in the topology.</summary>
    string Name { get; }
}
