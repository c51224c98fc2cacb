using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The catalog as a program of its own, which can be killed.</summary>
internal sealed class CatalogProcess : IAsyncDisposable
{
    private const int PortsTried = 20;

    private readonly Process _process;
    private readonly GrpcChannel _channel;

    private CatalogProcess(Process process, GrpcChannel channel)
    {
        _process = process;
        _channel = channel;
        Client = new PlanCatalogService.PlanCatalogServiceClient(channel);
    }

    public PlanCatalogService.PlanCatalogServiceClient Client { get; }

    /// <summary>Starts it on a database, and waits until it answers.</summary>
    public static async Task<CatalogProcess> StartAsync(string store, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var (grpc, http) = (TestPorts.Next(), TestPorts.Next());
            string[] arguments =
            [
                Path.Combine(AppContext.BaseDirectory, "SlaPlatform.Catalog.dll"), $"--ConnectionStrings:catalog={store}",
                $"--Kestrel:Endpoints:grpc:Url=http://127.0.0.1:{grpc}", "--Kestrel:Endpoints:grpc:Protocols=Http2", $"--Kestrel:Endpoints:http:Url=http://127.0.0.1:{http}",
            ];
            var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            var said = process.StandardError.ReadToEndAsync(cancellation);
            var started = new CatalogProcess(process, GrpcChannel.ForAddress($"http://127.0.0.1:{grpc}"));
            if (await started.IsReadyAsync(cancellation))
            {
                return started;
            }

            await started.DisposeAsync();
            if (tried == PortsTried)
            {
                throw new InvalidOperationException($"The catalog ended by itself: {await said}");
            }
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        while (!_process.HasExited)
        {
            try
            {
                await Client.ListPoliciesAsync(new ListPoliciesRequest(), cancellationToken: cancellation);
                return true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
            }
        }

        return false;
    }
}
