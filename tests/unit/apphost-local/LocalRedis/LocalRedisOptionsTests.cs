using SlaPlatform.LocalRedis;

namespace SlaPlatform.LocalHosting.Tests.LocalRedis;

public sealed class LocalRedisOptionsTests
{
    [Fact]
    public void TryParse_DataDirectoryAlone_TakesTheDefaultPort()
    {
        Assert.True(LocalRedisOptions.TryParse(["--data-dir", "/data"], out var options, out _));
        Assert.Equal(new LocalRedisOptions(6479, "/data"), options);
    }

    [Fact]
    public void TryParse_ARecoveryLimit_IsInSeconds()
    {
        Assert.True(LocalRedisOptions.TryParse(["--data-dir", "/data", "--recovery-limit", "90"], out var options, out _));
        Assert.Equal(TimeSpan.FromSeconds(90), options.RecoveryLimit);
    }

    [Theory]
    [InlineData("--data-dir is missing", "--port", "1")]
    [InlineData("--port must be a number from 1 to 65535, not '0'", "--data-dir", "/data", "--port", "0")]
    [InlineData("--port must be a number from 1 to 65535, not '65536'", "--data-dir", "/data", "--port", "65536")]
    [InlineData("--port must be a number from 1 to 65535, not 'x'", "--data-dir", "/data", "--port", "x")]
    [InlineData("--recovery-limit must be a number from 1 to 86400, not '0'", "--data-dir", "/data", "--recovery-limit", "0")]
    [InlineData("--recovery-limit must be a number from 1 to 86400, not '86401'", "--data-dir", "/data", "--recovery-limit", "86401")]
    [InlineData("--data-dir must not be empty", "--data-dir", " ")]
    [InlineData("--bind is not known", "--bind", "0.0.0.0")]
    [InlineData("--port has no value", "--port")]
    public void TryParse_UnsoundArguments_RefusesInOneSentence(string expected, params string[] args)
    {
        Assert.False(LocalRedisOptions.TryParse(args, out _, out var error));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }
}
