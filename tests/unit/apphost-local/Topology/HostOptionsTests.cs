using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Tests.Topology;

public sealed class HostOptionsTests
{
    [Theory]
    [InlineData]
    [InlineData("--port-base", "31000", "--replicas", "3", "--data-dir", "here")]
    [InlineData("--port-base=31000", "--replicas=1", "--data-dir=/some=where")]
    [InlineData("--ConnectionStrings:redis=127.0.0.1:6379,password=a=b", "--connectionstrings:catalog", "Host=db")]
    public void Check_OptionsThatAreKnown_Passes(params string[] args) => Assert.Null(Record.Exception(() => HostOptions.Check(args)));

    [Theory]
    [InlineData("--port-bse", "--port-bse", "31000")]
    [InlineData("--replica", "--data-dir", "here", "--replica=3")]
    [InlineData("31000", "31000")]
    [InlineData("port-base", "port-base=31000")]
    [InlineData("--ConnectionStrings:", "--ConnectionStrings:", "x")]
    [InlineData("--verbose", "--replicas", "2", "--verbose")]
    public void Check_AnyOther_NamesItAndWhatThereIs(string unknown, params string[] args)
    {
        var refusal = Assert.Throws<LocalHostException>(() => HostOptions.Check(args));

        Assert.Contains($"no option '{unknown}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port-base, --replicas, --data-dir", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port-base")]
    [InlineData("--port-base=")]
    [InlineData("--port-base", "--replicas", "2")]
    public void Check_NoValue_SaysSo(params string[] args) =>
        Assert.Contains("--port-base needs a value", Assert.Throws<LocalHostException>(() => HostOptions.Check(args)).Message, StringComparison.Ordinal);
}
