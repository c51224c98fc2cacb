namespace SlaPlatform.LocalHosting.Processes;

/// <summary>Two topologies on one data directory would spoil each other's files; the lock goes with the process, however that ends.</summary>
internal sealed class DataDirectoryClaim : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectoryClaim(FileStream file) => _lock = file;

    /// <summary>Claims the directory, which is created; null when somebody else holds it.</summary>
    internal static DataDirectoryClaim? TryTake(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new(new FileStream(Path.Combine(directory, "apphost.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();
}
