using NodaTime;
using SlaPlatform.Engine.Entitlements;
using static SlaPlatform.Engine.Tests.Entitlements.AccessPolicies;

namespace SlaPlatform.Engine.Tests.Entitlements;

public sealed class SubscriptionTests
{
    private static readonly Subscription Next = Bought with
    {
        Id = "next",
        Term = new DateInterval(new LocalDate(2027, 1, 1), new LocalDate(2027, 12, 31)),
    };

    [Fact]
    public void Overlaps_TermsFollowEachOther_IsFalse() => Assert.False(Bought.Overlaps(Next));

    [Fact]
    public void Overlaps_TermsShareADay_IsTrue() =>
        Assert.True(Bought.Overlaps(Next with { Term = new DateInterval(new LocalDate(2026, 12, 31), new LocalDate(2027, 12, 31)) }));

    [Fact]
    public void Overlaps_OtherProducts_IsFalse() =>
        Assert.False((Bought with { Products = ["a"] }).Overlaps(Bought with { Products = ["b"] }));

    [Fact]
    public void Overlaps_OtherPolicy_IsFalse() => Assert.False(Bought.Overlaps(Bought with { PolicyId = "other" }));

    [Theory]
    [InlineData("2025-12-31T22:59:59Z", SubscriptionState.Upcoming)]
    [InlineData("2026-03-01T00:00:00Z", SubscriptionState.Trial)]
    [InlineData("2026-07-01T00:00:00Z", SubscriptionState.TrialEnded)]
    [InlineData("2026-11-01T00:00:00Z", SubscriptionState.Cancelled)]
    public void StateAt_Instant_Follows(string at, SubscriptionState state) => Assert.Equal(
        state,
        (Bought with { TrialEnd = new LocalDate(2026, 6, 30), CancelledFrom = At("2026-10-01T00:00:00Z") }).StateAt(At(at)));

    [Fact]
    public void End_CancelledEarly_IsTheCancellation() =>
        Assert.Equal(FromAna.ReceivedAt, (Bought with { CancelledFrom = FromAna.ReceivedAt }).End);
}
