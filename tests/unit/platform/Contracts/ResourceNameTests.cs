using SlaPlatform.Contracts.ResourceNames;

namespace SlaPlatform.Platform.Tests.Contracts;

public sealed class ResourceNameTests
{
    private static readonly string LongestId = new('a', 63);

    [Theory]
    [InlineData("policies/xtm")]
    [InlineData("policies/0.a-b_c")]
    public void PolicyName_Sound_RoundTrips(string text) => Assert.Equal(text, PolicyName.Parse(text).Format());

    [Fact]
    public void PolicyRevisionName_Sound_SplitsAtTheSign()
    {
        var name = PolicyRevisionName.Parse("policies/xtm@1.1");

        Assert.Equal(("xtm", "1.1", "policies/xtm@1.1"), (name.Policy, name.Revision, name.ToString()));
    }

    [Theory]
    [InlineData("policies/xtm/plans/gold", null)]
    [InlineData("policies/xtm@1.1/plans/gold", "1.1")]
    public void PlanName_WithOrWithoutRevision_RoundTrips(string text, string? revision)
    {
        var name = PlanName.Parse(text);

        Assert.Equal(("xtm", revision, "gold"), (name.Policy, name.Revision, name.Plan));
        Assert.Equal(text, name.Format());
        Assert.Equal(new PlanName("xtm", "gold", revision), name);
    }

    [Fact]
    public void ChildNames_Sound_KnowTheirParent()
    {
        Assert.Equal(new AccountName("acme"), ContactName.Parse("accounts/acme/contacts/ann").AccountName);
        Assert.Equal(new AccountName("acme"), SubscriptionName.Parse("accounts/acme/subscriptions/s1").AccountName);
        Assert.Equal(new AccountName("acme"), AllowanceName.Parse("accounts/acme/subscriptions/main/allowances/tam-hours").SubscriptionName.AccountName);
        Assert.Equal(new PolicyRevisionName("xtm", "1.1"), CalendarName.Parse("policies/xtm@1.1/calendars/24x5").RevisionName);
        Assert.Null(CalendarName.Parse("policies/xtm/calendars/24x5").RevisionName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tickets/")]
    [InlineData("tickets/A")]
    [InlineData("tickets/-a")]
    [InlineData("tickets/a b")]
    [InlineData("tickets/a/b")]
    [InlineData("/tickets/a")]
    [InlineData("ticket/a")]
    [InlineData("tickets/a@1")]
    [InlineData("tickets/\u00e9")]
    [InlineData("tickets/\u0661")]
    public void TicketName_Unsound_SaysThePattern(string? text)
    {
        Assert.False(TicketName.TryParse(text, out var name, out var error));
        Assert.Null(name);
        Assert.Contains("tickets/{ticket}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policies/xtm")]
    [InlineData("policies/xtm@")]
    [InlineData("policies/@1")]
    [InlineData("policies/xtm@1@2")]
    public void PolicyRevisionName_WithoutOneRevision_IsRefused(string text) => Assert.False(PolicyRevisionName.TryParse(text, out _, out _));

    [Fact]
    public void PolicyName_WithRevision_IsRefused() => Assert.Throws<FormatException>(() => PolicyName.Parse("policies/xtm@1.1"));

    [Fact]
    public void TicketName_LengthBounds_AreInclusive()
    {
        Assert.Equal(LongestId, TicketName.Parse("tickets/" + LongestId).Ticket);
        Assert.False(TicketName.TryParse("tickets/" + LongestId + "a", out _, out _));
    }

    [Fact]
    public void TryParse_HugeText_ShowsLittleOfIt()
    {
        Assert.False(AccountName.TryParse(new string('x', 1_000_000), out _, out var error));
        Assert.True(error.Length < 300);
    }

    [Fact]
    public void Constructor_UnsoundSegment_Throws() => Assert.Throws<ArgumentException>(() => new ContactName("acme", "Ann"));
}
