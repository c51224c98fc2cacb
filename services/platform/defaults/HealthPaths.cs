namespace SlaPlatform.ServiceDefaults;

/// <summary>Where a service answers health questions over HTTP: 200 when healthy, 503 when not.</summary>
public static class HealthPaths
{
    /// <summary>The process runs; it asks nothing else, so that a dependency's failure never restarts a sound process.</summary>
    public const string Live = "/health/live";

    /// <summary>The service can do its work: every check tagged <see cref="HealthTags.Ready"/> passes.</summary>
    public const string Ready = "/health/ready";
}
