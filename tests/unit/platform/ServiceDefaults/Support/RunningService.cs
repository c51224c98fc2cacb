using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Support;

/// <summary>A service with the defaults on two free loopback ports.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningService(WebApplication app) => _app = app;

    internal string GrpcUrl => Addresses[0];

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    internal IServiceProvider Services => _app.Services;

    private string[] Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    internal static async Task<RunningService> StartAsync(
        Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, Func<WebApplicationBuilder, Task>? connect = null, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--Kestrel:Endpoints:grpc:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:grpc:Protocols=Http2",
            "--Kestrel:Endpoints:http:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:http:Protocols=Http1",
            "--Logging:LogLevel:Default=None", .. settings,
        ]);
        builder.AddServiceDefaults();
        configure?.Invoke(builder);
        await (connect?.Invoke(builder) ?? Task.CompletedTask);
        var app = builder.Build();
        (map ?? (static a => a.MapServiceDefaults()))(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    internal async Task<int> StatusOfAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(new Uri(Addresses[1]), path), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
