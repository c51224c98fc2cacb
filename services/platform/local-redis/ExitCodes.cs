namespace SlaPlatform.LocalRedis;

/// <summary>What the process says by its end.</summary>
internal static class ExitCodes
{
    /// <summary>It was told to stop.</summary>
    public const int Stopped = 0;

    /// <summary>The command line is wrong.</summary>
    public const int WrongArguments = 2;

    /// <summary>The data were not read back in time. They are as they were.</summary>
    public const int NotReadBack = 3;
}
