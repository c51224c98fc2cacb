using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace SlaPlatform.Integration.Tests.Fixtures;

/// <summary>A host in this process, asked over gRPC, with a clock that stands still.</summary>
/// <typeparam name="TEntry">A type of the host's assembly.</typeparam>
internal sealed class HostUnderTest<TEntry> : IDisposable
    where TEntry : class
{
    private readonly WebApplicationFactory<TEntry> _factory;

    /// <summary>Starts the host.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="services">Services that replace its own.</param>
    /// <param name="now">Where its clock stands; null for 2026-06-01 at 10:00 UTC.</param>
    public HostUnderTest(IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection> services, DateTimeOffset? now = null)
    {
        Time = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero));
        _factory = new WebApplicationFactory<TEntry>().WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(collection =>
            {
                collection.AddSingleton<TimeProvider>(Time);
                services(collection);
            });
        });
        Channel = GrpcChannel.ForAddress(_factory.Server.BaseAddress, new GrpcChannelOptions { HttpHandler = _factory.Server.CreateHandler() });
    }

    public FakeTimeProvider Time { get; }

    public GrpcChannel Channel { get; }

    public IServiceProvider Services => _factory.Services;

    public void Dispose()
    {
        Channel.Dispose();
        _factory.Dispose();
    }
}
