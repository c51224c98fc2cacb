using Microsoft.Extensions.Configuration;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting;

/// <summary>Adds resources to the topology.</summary>
public static class ApplicationBuilderExtensions
{
    private const int ReplicaStride = 10;

    /// <summary>Adds a project of the repository with the listeners of its appsettings.json and the environment of its launch profile.</summary>
    /// <typeparam name="TProject">The generated class in <c>Projects</c>.</typeparam>
    /// <param name="builder">The topology.</param>
    /// <param name="name">The resource name.</param>
    /// <returns>The project, to configure further.</returns>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
        => Local(builder).AddProject(name, new TProject());

    /// <summary>Adds a program of the machine.</summary>
    /// <param name="builder">The topology.</param>
    /// <param name="name">The resource name.</param>
    /// <param name="command">The program.</param>
    /// <param name="workingDirectory">Its working directory.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The program, to configure further.</returns>
    public static IResourceBuilder<ExecutableResource> AddExecutable(this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[] args)
    {
        var program = new ExecutableResource(name, command, workingDirectory);
        program.Arguments.AddRange(args);
        return Local(builder).Add(program);
    }

    /// <summary>Adds the connection string of that name from the configuration.</summary>
    /// <param name="builder">The topology.</param>
    /// <param name="name">The resource and connection name.</param>
    /// <returns>The connection string, to configure further.</returns>
    /// <exception cref="InvalidOperationException">The configuration has none.</exception>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name) =>
        Local(builder).Add(new ConnectionStringResource(name, builder.Configuration.GetConnectionString(name) ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not set.")));

    /// <summary>Adds a connection string that the topology itself knows.</summary>
    /// <param name="builder">The topology.</param>
    /// <param name="name">The resource and connection name.</param>
    /// <param name="connectionStringExpression">The connection string.</param>
    /// <returns>The connection string, to configure further.</returns>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression) =>
        Local(builder).Add(new ConnectionStringResource(name, connectionStringExpression.Text));

    internal static IResourceBuilder<ProjectResource> AddProject(this LocalApplicationBuilder builder, string name, IProjectMetadata metadata)
    {
        var project = new ProjectResource(name, metadata);
        var settings = ProjectSettings.Read(metadata.ProjectPath);
        foreach (var (key, value) in settings.Environment)
        {
            project.Environment[key] = _ => value;
        }

        foreach (var (endpointName, uri) in settings.Listeners)
        {
            var endpoint = new Endpoint(endpointName, uri.Scheme, uri.Host, builder.Ports.Place(uri.Port), ReplicaStride);
            project.Endpoints.Add(endpoint);
            project.Environment[$"Kestrel__Endpoints__{endpointName}__Url"] = endpoint.UrlOf;
        }

        project.Environment["OTEL_SERVICE_NAME"] = _ => name;
        // One line an entry reads better behind a prefix, and the addresses are told by the host.
        project.Environment["Logging__Console__FormatterName"] = static _ => "simple";
        project.Environment["Logging__Console__FormatterOptions__SingleLine"] = static _ => "true";
        project.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = static _ => "Warning";
        return builder.Add(project);
    }

    private static LocalApplicationBuilder Local(IDistributedApplicationBuilder builder) => (LocalApplicationBuilder)builder;
}
