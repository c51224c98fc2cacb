using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class FactTextTests
{
    private static readonly FactDetails Everything = new() { Reason = "vendor", Level = 2, Line = "development", Cause = "third_party", Plan = "xtm/gold", Clause = "abuse", Into = "T-2" };

    public static TheoryData<string> Names => [.. FactText.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Build_EveryFactOfTheContract_IsKnown(string name) =>
        Assert.Equal(name.Replace("_", "", StringComparison.Ordinal), FactText.Build("fact", name, Everything).FactCase.ToString(), ignoreCase: true);

    [Fact]
    public void Build_Paused_KeepsItsReason() => Assert.Equal("vendor", FactText.Build("fact", "paused", Everything).Paused.Reason);

    [Theory]
    [InlineData("paused")]
    [InlineData("handed_over")]
    [InlineData("severity_changed")]
    [InlineData("plan_changed")]
    [InlineData("excluded")]
    [InlineData("merged")]
    [InlineData("exploded")]
    public void Build_IncompleteOrUnknown_IsRefused(string name) => Assert.Throws<UsageException>(() => FactText.Build("fact", name, new FactDetails()));

    [Fact]
    public void Build_AgreedBy_NamesTheContactOfTheAccount()
    {
        FactBody fact = FactText.Build("fact", "severity_changed", new FactDetails { Level = 1, AgreedBy = "alice" }, "accounts/acme");
        Assert.Equal("accounts/acme/contacts/alice", fact.SeverityChanged.AgreedByContact);
    }
}
