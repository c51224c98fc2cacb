namespace SlaPlatform.EndToEnd.Platform;

/// <summary>A directory that goes away with its test. Declared before the platform that uses it, it outlives that.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sla-e2e-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
