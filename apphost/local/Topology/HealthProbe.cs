namespace SlaPlatform.LocalHosting.Topology;

/// <summary>Asks once whether a replica is healthy.</summary>
internal delegate Task<bool> HealthProbe(int replica, CancellationToken cancellationToken);
