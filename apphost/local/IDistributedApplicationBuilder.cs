using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SlaPlatform.LocalHosting;

/// <summary>Collects the topology.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>Environment variables, then arguments.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Services of the AppHost itself: its health checks.</summary>
    IServiceCollection Services { get; }

    /// <summary>Ends the description.</summary>
    /// <returns>The application, not yet running.</returns>
    DistributedApplication Build();
}
