using SlaPlatform.LocalHosting.Output;
using SlaPlatform.LocalHosting.Tests.Support;

namespace SlaPlatform.LocalHosting.Tests.Output;

public sealed class HostConsoleTests
{
    [Fact]
    public void Log_NotColoured_PrefixesTheSourceInOneColumn()
    {
        using var output = new Transcript();
        var console = new HostConsole(output, coloured: false);
        console.Align(["entitlements"]);

        console.Log("catalog", "hello");

        Assert.Equal(["catalog      | hello"], output.Lines);
    }

    [Fact]
    public void Alarm_Coloured_IsRed()
    {
        using var output = new Transcript();

        new HostConsole(output, coloured: true).Alarm("broken");

        Assert.Contains("\e[1;31mbroken\e[0m", output.Lines[0], StringComparison.Ordinal);
    }
}
