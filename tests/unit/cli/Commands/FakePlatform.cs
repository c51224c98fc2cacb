using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>A gRPC server on a free port of this machine, and the program run against it.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakePlatform(WebApplication app) => _app = app;

    public static async Task<FakePlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<FakeClocks.Store>();
        var app = builder.Build();
        app.MapGrpcService<FakeCatalog>();
        app.MapGrpcService<FakeSimulation>();
        app.MapGrpcService<FakeClocks>();
        app.MapGrpcService<FakeTriage>();
        app.MapGrpcService<FakeEntitlements>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakePlatform(app);
    }

    public FakeClocks.Store Clocks => _app.Services.GetRequiredService<FakeClocks.Store>();

    public Task<ProgramRun> RunAsync(params string[] args) => RunAsync(TestContext.Current.CancellationToken, args);

    public Task<ProgramRun> RunAsync(CancellationToken cancellation, params string[] args) => RunAsync(TimeProvider.System, cancellation, args);

    public Task<ProgramRun> RunAsync(TimeProvider clock, CancellationToken cancellation, params string[] args) => RunAsync(clock, new StringWriter(), cancellation, args);

    public Task<ProgramRun> RunAsync(TimeProvider clock, StringWriter error, CancellationToken cancellation, params string[] args) =>
        ProgramRun.OfAsync(_app.Urls.Single(), clock, error, cancellation, args);

    /// <summary>The port base with which a service of that offset would listen where this one does.</summary>
    public string PortBaseOf(int offset) => (new Uri(_app.Urls.Single()).Port - offset).ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
