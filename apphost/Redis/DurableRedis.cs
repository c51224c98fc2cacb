using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

/// <summary>
/// The Redis that holds the clocks' journal, in this order: the connection string of that name if one is given; a container where there is a container runtime (Aspire
/// only); redis-server or valkey-server from the PATH; else Garnet. All but the first listen on loopback and keep every acknowledged write in the data directory or volume.
/// </summary>
internal static partial class DurableRedis
{
    private const int DefaultPort = 6479;
    private static readonly string[] s_servers = ["redis-server", "valkey-server"];

    internal static IResourceBuilder<IResourceWithConnectionString> AddDurableRedis(this IDistributedApplicationBuilder builder, string name)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString(name)))
        {
            return builder.AddConnectionString(name);
        }

        IResourceBuilder<IResourceWithConnectionString>? container = null;
        TryAddContainer(builder, name, ref container);
        if (container is not null)
        {
            return container;
        }

        var port = PortOf(builder.Configuration);
        var portText = port.ToString(CultureInfo.InvariantCulture);
        var connection = builder.AddConnectionString(name, ReferenceExpression.Create($"127.0.0.1:{portText}"));
        var health = $"{name}-ping";
        builder.Services.AddHealthChecks().AddCheck(health, new RedisPing(port));
        return FindServer() is { } server
            ? connection.WaitFor(AddServer(builder, $"{name}-server", server, portText).WithEndpoint(port: port, scheme: "tcp", name: "redis", isProxied: false).WithHealthCheck(health))
            : connection.WaitFor(AddGarnet(builder, $"{name}-server", portText).WithEndpoint(port: port, scheme: "tcp", name: "redis", isProxied: false).WithHealthCheck(health));
    }

    static partial void TryAddContainer(IDistributedApplicationBuilder builder, string name, ref IResourceBuilder<IResourceWithConnectionString>? container);

    private static IResourceBuilder<ExecutableResource> AddServer(IDistributedApplicationBuilder builder, string name, string server, string port)
    {
        var directory = Directory.CreateDirectory(builder.InDataDirectory("redis")).FullName;
        return builder.AddExecutable(
            name, server, directory,
            "--bind", "127.0.0.1", "--port", port, "--dir", directory, "--save", string.Empty, "--loglevel", "warning",
            "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
    }

    private static IResourceBuilder<ProjectResource> AddGarnet(IDistributedApplicationBuilder builder, string name, string port) =>
        builder.AddProject<Projects.SlaPlatform_LocalRedis>(name).WithArgs("--port", port, "--data-dir", builder.InDataDirectory("garnet"));

    private static int PortOf(ConfigurationManager configuration) =>
        int.TryParse(configuration["port-base"] ?? configuration["SLA_PORT_BASE"], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start + (DefaultPort % 1000)
            : DefaultPort;

    private static string? FindServer() =>
        (from directory in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from server in s_servers
         let path = Path.Combine(directory, OperatingSystem.IsWindows() ? $"{server}.exe" : server)
         where File.Exists(path)
         select path).FirstOrDefault();
}
