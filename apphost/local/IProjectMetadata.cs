namespace SlaPlatform.LocalHosting;

/// <summary>A project that the topology can start; the classes in <c>Projects</c> are generated from the AppHost's project references.</summary>
public interface IProjectMetadata
{
    /// <summary>The project file; its folder is the working directory.</summary>
    string ProjectPath { get; }

    /// <summary>The built assembly.</summary>
    string AssemblyPath { get; }
}
