namespace SlaPlatform.LocalHosting.Topology;

/// <summary>How a replica is.</summary>
internal enum ProbeAnswer
{
    /// <summary>It can do its work.</summary>
    Healthy,

    /// <summary>It says that it cannot, or not any more: it may still be ending what it has begun.</summary>
    Unhealthy,

    /// <summary>It says nothing: it is gone, or hangs.</summary>
    Silent,
}
