using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Tests.Values;

public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("xtm/gold", "policies/xtm/plans/gold")]
    [InlineData("xtm@1.1/gold", "policies/xtm@1.1/plans/gold")]
    [InlineData("policies/xtm/plans/gold", "policies/xtm/plans/gold")]
    [InlineData("xtm", "policies/xtm")]
    [InlineData("policies/xtm", "policies/xtm")]
    [InlineData("xtm@1.1", "policies/xtm@1.1")]
    public void PlanOrPolicy_AnyForm_IsTheFullName(string text, string name) => Assert.Equal(name, ShortNames.PlanOrPolicy("plan", text));

    [Theory]
    [InlineData("T-123", "tickets/t-123")]
    [InlineData("tickets/t-123", "tickets/t-123")]
    public void Ticket_AnyForm_IsTheFullName(string text, string name) => Assert.Equal(name, ShortNames.Ticket("ticket", text));

    [Theory]
    [InlineData("alice", "accounts/acme/contacts/alice")]
    [InlineData("other/alice", "accounts/other/contacts/alice")]
    [InlineData("accounts/other/contacts/alice", "accounts/other/contacts/alice")]
    public void Contact_AnyForm_IsTheFullName(string text, string name) => Assert.Equal(name, ShortNames.Contact("contact", text, "accounts/acme"));

    [Fact]
    public void Contact_WithoutAccount_AsksForIt() => Assert.Throws<UsageException>(() => ShortNames.Contact("contact", "alice", null));

    [Fact]
    public void Plan_NoPlan_IsRefusedWithAnExample()
    {
        var refused = Assert.Throws<UsageException>(() => ShortNames.Plan("--plan", "gold"));
        Assert.Contains("xtm/gold", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_ShortForm_IsTheFullName() => Assert.Equal("policies/xtm/calendars/24x5", ShortNames.Calendar("--calendar", "xtm/24x5"));
}
