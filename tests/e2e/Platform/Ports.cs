namespace SlaPlatform.EndToEnd.Platform;

/// <summary>Port bases of the platforms that the tests start, apart from the defaults of development.</summary>
internal static class Ports
{
    public const int Shared = 43000;

    public const int Lifetime = 44000;

    public const int Crash = 45000;
}
