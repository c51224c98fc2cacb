using Microsoft.Extensions.Configuration;
using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Tests.Topology;

public sealed class HostSettingsTests
{
    [Fact]
    public void Read_Nothing_KeepsDeclaredPortsAndTheDataBesideTheAppHost()
    {
        var settings = Read([]);

        Assert.Equal(5101, settings.Ports.Place(5101));
        Assert.Equal("/repository/.data", settings.DataDirectory);
    }

    [Theory]
    [InlineData(5101, 31101)]
    [InlineData(5204, 31204)]
    [InlineData(6479, 31479)]
    public void Read_PortBase_MovesEachPortIntoItsBlock(int declared, int placed) =>
        Assert.Equal(placed, Read(new() { ["SLA_PORT_BASE"] = "31000" }).Ports.Place(declared));

    [Theory]
    [InlineData("x")]
    [InlineData("1023")]
    [InlineData("64001")]
    [InlineData("-1")]
    public void Read_PortBaseOutOfRange_Refuses(string text)
    {
        var refusal = Assert.Throws<LocalHostException>(() => Read(new() { ["port-base"] = text }));

        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
    }

    private static HostSettings Read(Dictionary<string, string?> values) =>
        HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), "/repository/apphost");
}
