namespace SlaPlatform.EndToEnd.Platform;

/// <summary>Port bases of the platforms that the tests start: apart from the defaults of development and from what the integration tests take, and below the ports that systems give to outgoing connections.</summary>
internal static class Ports
{
    public const int Shared = 21000;

    public const int Lifetime = 22000;

    public const int Crash = 23000;

    public const int Undisturbed = 24000;

    public const int Embedded = 25000;

    public const int Cluster = 19000;

    public const int Suspended = 20000;
}
