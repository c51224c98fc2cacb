using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class FactTextTests
{
    private static readonly FactDetails Everything = new() { Reason = "vendor", Level = 2, Line = "development", Cause = "third_party", Plan = "xtm/gold", Clause = "abuse", Into = "T-2" };

    private static string Place(string detail) => $"facts[0].{detail}";

    public static TheoryData<string> Names => [.. FactText.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Build_EveryFactOfTheContract_IsKnown(string name) =>
        Assert.Equal(name.Replace("_", "", StringComparison.Ordinal), FactText.Build(Place, name, Everything).FactCase.ToString(), ignoreCase: true);

    [Fact]
    public void Build_Paused_KeepsItsReason() => Assert.Equal("vendor", FactText.Build(Place, "paused", Everything).Paused.Reason);

    [Theory]
    [InlineData("paused", "facts[0].reason")]
    [InlineData("handed_over", "facts[0].line")]
    [InlineData("severity_changed", "facts[0].level")]
    [InlineData("plan_changed", "facts[0].plan")]
    [InlineData("excluded", "facts[0].clause")]
    [InlineData("merged", "facts[0].into")]
    [InlineData("exploded", "facts[0].fact")]
    public void Build_IncompleteOrUnknown_IsRefusedAtItsPlace(string name, string place) =>
        Assert.Equal(place, Assert.Throws<UsageException>(() => FactText.Build(Place, name, new FactDetails())).Place);

    [Fact]
    public void Build_AgreedBy_NamesTheContactOfTheAccount()
    {
        FactBody fact = FactText.Build(Place, "severity_changed", new FactDetails { Level = 1, AgreedBy = "alice" }, "accounts/acme");
        Assert.Equal("accounts/acme/contacts/alice", fact.SeverityChanged.AgreedByContact);
    }
}
