using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace SlaPlatform.EndToEnd.Platform;

/// <summary>The whole platform as a developer starts it: the AppHost and everything it launches, on ports and data of its own.</summary>
internal sealed partial class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentDictionary<string, int> processIds = new();
    private readonly ConcurrentDictionary<string, int> starts = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<GrpcChannel> channels = [];

    private PlatformProcess(int portBase, string dataDirectory, bool embeddedRedis, IReadOnlyDictionary<string, string>? settings)
    {
        PortBase = portBase;
        DataDirectory = dataDirectory;
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Repository.BuiltAssembly("apphost", "apphost"),
                    "--port-base", portBase.ToString(CultureInfo.InvariantCulture),
                    "--data-dir", dataDirectory,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        if (embeddedRedis)
        {
            // With nothing but .NET on the PATH no redis-server is found, as on a fresh machine.
            process.StartInfo.Environment["PATH"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        }

        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            process.StartInfo.Environment[key] = value;
        }

        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public int PortBase { get; }

    public string DataDirectory { get; }

    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>How long it took until everything was healthy.</summary>
    public TimeSpan StartDuration { get; private set; }

    /// <summary>Starts a platform and waits until it is ready.</summary>
    /// <param name="portBase">Where its ports lie.</param>
    /// <param name="dataDirectory">Where it keeps its data.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="embeddedRedis">Whether to hide every installed Redis, so that the embedded one is used.</param>
    /// <param name="settings">Settings of the services, as environment variables.</param>
    public static async Task<PlatformProcess> StartAsync(
        int portBase, string dataDirectory, CancellationToken cancellation, bool embeddedRedis = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        var platform = new PlatformProcess(portBase, dataDirectory, embeddedRedis, settings);
        var watch = Stopwatch.StartNew();
        platform.process.Start();
        platform.process.BeginOutputReadLine();
        platform.process.BeginErrorReadLine();
        var exited = platform.process.WaitForExitAsync(cancellation);
        try
        {
            await Task.WhenAny(platform.ready.Task, exited).WaitAsync(StartLimit, cancellation);
        }
        catch (TimeoutException)
        {
            await platform.DisposeAsync();
            throw new TimeoutException($"The platform was not ready within {StartLimit}:{Environment.NewLine}{platform.Output}");
        }

        if (!platform.ready.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The AppHost ended before it was ready:{Environment.NewLine}{platform.Output}");
        }

        platform.StartDuration = watch.Elapsed;
        return platform;
    }

    public string Address(int offset) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PortBase + offset}");

    /// <summary>A channel to a service by the last three digits of its port: 101 catalog, 102 entitlements, 103 triage, 104 clocks. It retries only with a configuration that says so.</summary>
    public CallInvoker Connect(int offset, ServiceConfig? serviceConfig = null)
    {
        var channel = GrpcChannel.ForAddress(Address(offset), new GrpcChannelOptions { ServiceConfig = serviceConfig });
        channels.Add(channel);
        return channel.CreateCallInvoker();
    }

    public int ProcessIdOf(string resource) => processIds[resource];

    /// <summary>How often a resource became healthy.</summary>
    public int StartsOf(string resource) => starts.GetValueOrDefault(resource);

    /// <summary>Waits until a resource became healthy more often than before.</summary>
    public async Task UntilStartedAgainAsync(string resource, int startsBefore, TimeSpan limit, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(limit);
        try
        {
            while (StartsOf(resource) <= startsBefore)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, bounded.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Assert.Fail($"{resource} was not started again within {limit}:{Environment.NewLine}{Output}");
        }
    }

    public void Terminate() => ProcessSignal.SendTerminate(process.Id);

    public Task WaitForExitAsync(CancellationToken cancellation) => process.WaitForExitAsync(cancellation).WaitAsync(StopLimit, cancellation);

    public int ExitCode => process.ExitCode;

    public IReadOnlyCollection<int> Children => [.. processIds.Values];

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels)
        {
            channel.Dispose();
        }

        if (!process.HasExited)
        {
            Terminate();
            try
            {
                await WaitForExitAsync(CancellationToken.None);
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (Healthy().Match(line) is { Success: true } match)
        {
            processIds[match.Groups["name"].Value] = int.Parse(match.Groups["pid"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            starts.AddOrUpdate(match.Groups["name"].Value, 1, (_, count) => count + 1);
        }

        if (Ready().IsMatch(line))
        {
            ready.TrySetResult();
        }
    }

    [GeneratedRegex(@"\| (?<name>[\w-]+) is healthy .*\(pid (?<pid>\d+),")]
    private static partial Regex Healthy();

    [GeneratedRegex(@"\| ready in [\d.]+ s")]
    private static partial Regex Ready();
}
