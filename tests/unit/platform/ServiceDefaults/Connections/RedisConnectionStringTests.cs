using SlaPlatform.ServiceDefaults.Connections;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Connections;

public sealed class RedisConnectionStringTests
{
    [Fact]
    public void Parse_PasswordAndTls_KeepsThemAndNeverAbortsOnAFailedConnect()
    {
        var options = RedisConnectionString.Parse("redis", "example.org:6380,password=hunter22,ssl=true", "clocks");

        Assert.Equal("hunter22", options.Password);
        Assert.True(options.Ssl);
        Assert.False(options.AbortOnConnectFail);
        Assert.Equal("clocks", options.ClientName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Parse_NoText_SaysWhichSettingIsMissing(string? text)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => RedisConnectionString.Parse("redis", text, "clocks"));

        Assert.StartsWith("ConnectionStrings:redis is not set", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_UnsoundText_DoesNotRepeatIt()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => RedisConnectionString.Parse("redis", "example.org,password=hunter22,ssl=perhaps", "clocks"));

        Assert.DoesNotContain("hunter22", refusal.ToString(), StringComparison.Ordinal);
    }
}
