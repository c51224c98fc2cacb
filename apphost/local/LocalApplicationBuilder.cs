using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Processes;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

internal sealed class LocalApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];
    private readonly AppHostDescription _description;
    private readonly HostSettings _settings;
    private readonly Lazy<ServiceProvider> _provider;

    internal LocalApplicationBuilder(string[] args, AppHostDescription description)
    {
        _description = description;
        HostOptions.Check(args);
        Configuration.AddEnvironmentVariables().AddCommandLine(args);
        _settings = HostSettings.Read(Configuration, description.Directory);
        Services.AddLogging();
        _provider = new(() => Services.BuildServiceProvider());
    }

    public string AppHostDirectory => _description.Directory;

    public ConfigurationManager Configuration { get; } = new();

    public IServiceCollection Services { get; } = new ServiceCollection();

    internal PortPlan Ports => _settings.Ports;

    internal ServiceProvider Provider => _provider.Value;

    internal RestartPolicy Restarts { get; set; } = RestartPolicy.Default;

    public DistributedApplication Build() => Build(HostConsole.ForTerminal());

    internal DistributedApplication Build(HostConsole console)
    {
        foreach (var connection in _resources.OfType<IResourceWithConnectionString>())
        {
            console.Redactor.AddConnectionString(connection.ConnectionString);
        }

        return new(new LocalRun(_resources, _description, _settings, Restarts, console));
    }

    internal IResourceBuilder<T> Add<T>(T resource)
        where T : Resource
    {
        if (_resources.Exists(r => r.Name == resource.Name))
        {
            throw new InvalidOperationException($"The topology has two resources named {resource.Name}.");
        }

        _resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }
}
