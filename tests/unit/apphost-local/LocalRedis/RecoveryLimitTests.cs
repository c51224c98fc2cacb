using SlaPlatform.LocalRedis;

namespace SlaPlatform.LocalHosting.Tests.LocalRedis;

public sealed class RecoveryLimitTests : IDisposable
{
    private const int MegaByte = 1024 * 1024;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sla-limit-");

    [Fact]
    public void Of_ADirectoryThatIsNotThere_IsTheLeast() => Assert.Equal(TimeSpan.FromSeconds(15), RecoveryLimit.Of(Path.Combine(_data.FullName, "none")));

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 17)]
    [InlineData(442, 899)]
    [InlineData(443, 900)]
    [InlineData(10_000, 900)]
    public void Of_TwoFilesOfSomeMegabytes_IsASecondForEachAndFifteenMinutesAtMost(int megabytes, int seconds)
    {
        Write("log", megabytes);
        Write("inner/checkpoint", megabytes);

        Assert.Equal(TimeSpan.FromSeconds(seconds), RecoveryLimit.Of(_data.FullName));
    }

    public void Dispose() => _data.Delete(recursive: true);

    // Sparse: it has that length and no contents.
    private void Write(string name, int megabytes)
    {
        var path = Path.Combine(_data.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        file.SetLength((long)megabytes * MegaByte);
    }
}
