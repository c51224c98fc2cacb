using SlaPlatform.Engine.Entitlements;
using static SlaPlatform.Engine.Tests.Entitlements.AccessPolicies;

namespace SlaPlatform.Engine.Tests.Entitlements;

public sealed class ContactCapsTests
{
    private static readonly Contact Ben = Ana with { Id = "ben" };
    private static readonly Contact Eve = Ana with { Id = "eve" };

    [Fact]
    public void Find_RoomForAnother_IsNull() => Assert.Null(Find(Eve, Ana));

    [Fact]
    public void Find_OneTooMany_NamesTheCapAndTheInstant() =>
        Assert.Equal(new CapExcess(ContactKind.Authorized, 2, Eve.EffectiveFrom), Find(Eve, Ana, Ben));

    [Fact]
    public void Find_TooManyOnlyLater_IsFoundAtThatInstant()
    {
        var later = At("2026-09-01T00:00:00Z");

        Assert.Equal(later, Find(Eve, Ana, Ben with { EffectiveFrom = later })?.At);
    }

    [Fact]
    public void Find_OneEndsAsAnotherBegins_HasRoom()
    {
        var change = At("2026-09-01T00:00:00Z");

        Assert.Null(Find(Eve with { EffectiveFrom = change }, Ana, Ben with { EffectiveUntil = change }));
    }

    [Fact]
    public void Find_NeverMoreThanTwoAtOnce_HasRoomForAnyNumber()
    {
        var change = At("2026-09-01T00:00:00Z");

        Assert.Null(Find(
            Eve with { EffectiveUntil = change },
            Ana,
            Ben with { EffectiveFrom = change },
            Ben with { Id = "cid", EffectiveFrom = change }));
    }

    [Fact]
    public void Find_SameContactChanged_IsNotCountedTwice() => Assert.Null(Find(Ben with { EffectiveUntil = At("2026-09-01T00:00:00Z") }, Ana, Ben));

    [Fact]
    public void Find_OtherKind_IsNotCounted() => Assert.Null(Find(Eve, Ana, Max));

    [Fact]
    public void Find_NoTermAtThatTime_HasNoCap() =>
        Assert.Null(Find(Eve with { EffectiveFrom = At("2027-06-01T00:00:00Z") }, Ana, Ben));

    [Fact]
    public void Find_PlanWithoutNamedEmailUsers_RefusesTheFirst() => Assert.Equal(0, Find(Max, Ana)?.Cap);

    private static CapExcess? Find(Contact candidate, params Contact[] present) =>
        ContactCaps.Find(Record(Bought) with { Contacts = [.. present] }, candidate, _ => Silver);
}
