namespace SlaPlatform.LocalHosting.Topology;

/// <summary>Asks once how a replica is.</summary>
internal delegate Task<ProbeAnswer> HealthProbe(int replica, CancellationToken cancellationToken);
