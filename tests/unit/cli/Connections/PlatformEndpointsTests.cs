using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Connections;

namespace SlaPlatform.Cli.Tests.Connections;

public sealed class PlatformEndpointsTests
{
    private static readonly PlatformService[] Services = [PlatformService.Catalog, PlatformService.Entitlements, PlatformService.Triage, PlatformService.Clocks];

    [Fact]
    public void UrlOf_NothingSaid_IsTheDeclaredPort() => Assert.Equal([5101, 5102, 5103, 5104], Ports(null));

    [Fact]
    public void UrlOf_PortBase_KeepsTheLastThreeDigits()
    {
        Assert.Equal([31101, 31102, 31103, 31104], Ports(31000));
        Assert.Equal([31601, 31602, 31603, 31604], Ports(null, ("SLA_PORT_BASE", "31500")));
    }

    [Fact]
    public void UrlOf_PortBaseTyped_CountsBeforeTheVariables() =>
        Assert.Equal([31101, 31102, 31103, 31104], Ports(31000, ("SLA_PORT_BASE", "30000"), ("SLA_TRIAGE_URL", "http://127.0.0.1:7")));

    [Fact]
    public void UrlOf_OneServicesVariable_CountsBeforeThePortBaseOfAll() =>
        Assert.Equal([30101, 30102, 7, 30104], Ports(null, ("SLA_PORT_BASE", "30000"), ("SLA_TRIAGE_URL", "http://127.0.0.1:7")));

    [Theory]
    [InlineData("x")]
    [InlineData("1023")]
    [InlineData("64001")]
    [InlineData("-1")]
    public void UrlOf_NoPortBase_SaysWhoseFaultItIs(string text)
    {
        var refusal = Assert.Throws<UsageException>(() => Ports(null, ("SLA_PORT_BASE", text)));
        Assert.Equal(("SLA_PORT_BASE", $"'{text}' is not a port base."), (refusal.Place, refusal.Problem));
    }

    private static int[] Ports(int? typed, params (string Name, string Value)[] variables)
    {
        var endpoints = new PlatformEndpoints(name => variables.FirstOrDefault(variable => variable.Name == name).Value, typed);
        return [.. Services.Select(service => endpoints.UrlOf(service).Port)];
    }
}
