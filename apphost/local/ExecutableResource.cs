using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>A program of the machine.</summary>
public sealed class ExecutableResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    private readonly string _program;
    private readonly string _workingDirectory;

    internal ExecutableResource(string name, string program, string workingDirectory)
        : base(name) => (_program, _workingDirectory) = (program, workingDirectory);

    internal override Command CommandOf(int replica) =>
        Command.Program(_program, _workingDirectory, Arguments, Environment.ToDictionary(e => e.Key, e => e.Value(replica)));
}
