using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Net.Client;

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

    private PlatformProcess(int portBase, string dataDirectory, bool embeddedRedis)
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
    public static async Task<PlatformProcess> StartAsync(int portBase, string dataDirectory, CancellationToken cancellation, bool embeddedRedis = false)
    {
        var platform = new PlatformProcess(portBase, dataDirectory, embeddedRedis);
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

    /// <summary>A channel to a service by the last three digits of its port: 101 catalog, 102 entitlements, 103 triage, 104 clocks.</summary>
    public CallInvoker Connect(int offset)
    {
        var channel = GrpcChannel.ForAddress(Address(offset));
        channels.Add(channel);
        return channel.CreateCallInvoker();
    }

    public int ProcessIdOf(string resource) => processIds[resource];

    /// <summary>How often a resource became healthy.</summary>
    public int StartsOf(string resource) => starts.GetValueOrDefault(resource);

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
