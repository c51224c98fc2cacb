using Microsoft.AspNetCore.Builder;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Benchmarks.Floor;

/// <summary>The least that a durable call can cost: a host set up as ours are, without anything of ours in it.</summary>
internal static class FloorHost
{
    /// <summary>The argument that makes this program the host.</summary>
    public const string Argument = "floor-host";

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        await builder.AddRedisConnectionAsync();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<FloorEndpoint>();
        await app.RunAsync();
        return 0;
    }
}
