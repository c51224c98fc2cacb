using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>A .NET project of the repository, run from its build output.</summary>
public sealed class ProjectResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    private readonly IProjectMetadata _project;

    internal ProjectResource(string name, IProjectMetadata project)
        : base(name) => _project = project;

    internal override Command CommandOf(int replica) =>
        Command.Dotnet(_project.AssemblyPath, Path.GetDirectoryName(_project.ProjectPath)!, Arguments, Environment.ToDictionary(e => e.Key, e => e.Value(replica)));
}
