using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Tests.Support;

/// <summary>A topology of small children in a folder of its own.</summary>
internal sealed class TestTopology : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task<int>? _run;

    internal TestTopology(params string[] options) =>
        Builder = new LocalApplicationBuilder(["--data-dir", Path.Combine(Folder, "data"), .. options], new AppHostDescription(Folder, "13.5.2", "unavailable", ["try this"]));

    internal string Folder { get; } = Directory.CreateTempSubdirectory("sla-topology-").FullName;

    internal LocalApplicationBuilder Builder { get; }

    internal Transcript Console { get; } = new();

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static int PidIn(string line) => int.Parse(line.Split("(pid ")[1].Split(',')[0], CultureInfo.InvariantCulture);

    internal static void WriteSettings(string folder, int port) => File.WriteAllText(
        Path.Combine(folder, "appsettings.json"),
        $$$"""{ "Kestrel": { "Endpoints": { "http": { "Url": "http://127.0.0.1:{{{port}}}" } } } }""");

    internal IResourceBuilder<ProjectResource> AddChild(string name, int? port = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        WriteSettings(folder, port ?? FreePort());
        return Builder.AddProject(name, new ChildProject(Path.Combine(folder, "Child.csproj"))).WithHttpHealthCheck();
    }

    internal void Start() => _run = Builder.Build(new HostConsole(Console, coloured: false)).RunToEndAsync(_stop.Token);

    internal async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await EndAsync();
    }

    internal Task<int> EndAsync() => _run!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await (_run ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed record ChildProject(string ProjectPath) : IProjectMetadata
    {
        public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, "SlaPlatform.LocalHosting.TestChild.dll");
    }
}
