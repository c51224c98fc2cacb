namespace SlaPlatform.ServiceDefaults;

/// <summary>Tags that say which health question a check takes part in.</summary>
public static class HealthTags
{
    /// <summary>Part of <see cref="HealthPaths.Live"/>.</summary>
    public const string Live = "live";

    /// <summary>Part of <see cref="HealthPaths.Ready"/> and of the gRPC health service.</summary>
    public const string Ready = "ready";
}
