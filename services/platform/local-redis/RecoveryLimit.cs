namespace SlaPlatform.LocalRedis;

/// <summary>How long reading the data back may take before it counts as hung.</summary>
internal static class RecoveryLimit
{
    private const long BytesASecond = 1024 * 1024;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(15);

    /// <summary>15 s and a second for each megabyte, many times what it takes.</summary>
    public static TimeSpan Of(string dataDirectory) => Directory.Exists(dataDirectory)
        ? Least + TimeSpan.FromSeconds(new DirectoryInfo(dataDirectory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / BytesASecond)
        : Least;
}
