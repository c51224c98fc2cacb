using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Grpc.Net.Client;
using SlaPlatform.Benchmarks.Probes;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Benchmarks.Processes;

/// <summary>One of our hosts as a process of its own, as built, with a probe inside that answers questions about its memory and metrics.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<TaskCompletionSource<ProbeAnswer>> questions = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly Child child;
    private readonly int healthPort;

    /// <summary>Starts a host; it is ready after <see cref="ReadyAsync"/>.</summary>
    /// <param name="assembly">The built assembly, with arguments after it.</param>
    /// <param name="settings">Its configuration.</param>
    /// <param name="ports">Its gRPC port and its health port.</param>
    public HostProcess(string[] assembly, IEnumerable<(string Key, string Value)> settings, (int Grpc, int Health) ports)
    {
        healthPort = ports.Health;
        Address = $"http://127.0.0.1:{ports.Grpc}";
        var start = new ProcessStartInfo("dotnet", assembly);
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["Kestrel__Endpoints__grpc__Url"] = Address;
        start.Environment["Kestrel__Endpoints__grpc__Protocols"] = "Http2";
        start.Environment["Kestrel__Endpoints__http__Url"] = $"http://127.0.0.1:{healthPort}";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(HostProcess).Assembly.Location;
        child = new Child(start, Take);
    }

    /// <summary>Where it serves gRPC.</summary>
    public string Address { get; }

    /// <summary>A channel to it.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(
        Address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false }, DisposeHttpClient = true });

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartLimit && !child.HasExited; await Task.Delay(Poll, TimeProvider.System))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{healthPort}{HealthPaths.Ready}"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException($"A host was not ready within {StartLimit.TotalSeconds} s:{Environment.NewLine}{child.LastLines}");
    }

    /// <summary>Asks the probe inside.</summary>
    public async Task<ProbeAnswer> AskAsync(string question)
    {
        await turn.WaitAsync();
        try
        {
            var answer = new TaskCompletionSource<ProbeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            questions.Enqueue(answer);
            await child.Input.WriteLineAsync(question);
            await child.Input.FlushAsync();
            return await answer.Task.WaitAsync(StartLimit);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends it as a crash would.</summary>
    public Task KillAsync() => child.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        turn.Dispose();
    }

    private bool Take(string line)
    {
        if (!line.StartsWith(ProbeAnswer.Mark, StringComparison.Ordinal) || !questions.TryDequeue(out var question))
        {
            return false;
        }

        question.SetResult(JsonSerializer.Deserialize<ProbeAnswer>(line.AsSpan(ProbeAnswer.Mark.Length))!);
        return true;
    }
}
