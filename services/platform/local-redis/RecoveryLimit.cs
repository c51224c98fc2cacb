namespace SlaPlatform.LocalRedis;

/// <summary>How long reading the data back may take before it counts as hung, where the command line does not say.</summary>
internal static class RecoveryLimit
{
    private const long BytesASecond = 1024 * 1024;

    /// <summary>The limit of an empty data directory.</summary>
    public static TimeSpan Least { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest limit, however large the data are: the log is cut at 256 MB and memory holds 512 MB, so that no more than that is read back.</summary>
    public static TimeSpan Most { get; } = TimeSpan.FromMinutes(15);

    /// <summary><see cref="Least"/> and a second for each whole megabyte, many times what it takes, but not longer than <see cref="Most"/>.</summary>
    public static TimeSpan Of(string dataDirectory)
    {
        var limit = Least + TimeSpan.FromSeconds(SizeOf(dataDirectory) / BytesASecond);
        return limit < Most ? limit : Most;
    }

    private static long SizeOf(string directory) =>
        Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
}
