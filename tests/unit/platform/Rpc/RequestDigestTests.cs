using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class RequestDigestTests
{
    [Fact]
    public void Of_MapsInAnotherOrder_AreTheSame()
    {
        var one = new ResolveTargetsRequest { Readings = { ["a"] = "1", ["b"] = "2" } };
        var two = new ResolveTargetsRequest { Readings = { ["b"] = "2", ["a"] = "1" } };

        Assert.Equal(RequestDigest.Of(one), RequestDigest.Of(two));
    }

    [Fact]
    public void Of_AnotherRequestId_IsTheSame()
    {
        var one = new RecordFactRequest { Ticket = "tickets/1", RequestId = "a", Fact = new FactBody { Resolved = new Resolved() } };
        var two = new RecordFactRequest(one) { RequestId = "b" };

        Assert.Equal(RequestDigest.Of(one), RequestDigest.Of(two));
    }

    public static TheoryData<RecordFactRequest> Others { get; } =
    [
        new RecordFactRequest { Ticket = "tickets/2", Fact = new FactBody { Resolved = new Resolved() } },
        new RecordFactRequest { Ticket = "tickets/1", Fact = new FactBody { Reopened = new Reopened() } },
        new RecordFactRequest { Ticket = "tickets/1", Fact = new FactBody { Resolved = new Resolved(), Actor = "a" } },
        new RecordFactRequest { Ticket = "tickets/1", Etag = "tickets/1", Fact = new FactBody { Resolved = new Resolved() } },
        new RecordFactRequest { Ticket = "tickets/1" },
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_AnotherMeaning_Differs(RecordFactRequest other)
    {
        var request = new RecordFactRequest { Ticket = "tickets/1", Fact = new FactBody { Resolved = new Resolved() } };

        Assert.NotEqual(RequestDigest.Of(request), RequestDigest.Of(other));
    }

    [Fact]
    public void Of_UnsetAndZeroOfAnOptionalField_Differ()
    {
        var unset = new ResolveTargetsRequest { Plan = "p" };
        var zero = new ResolveTargetsRequest { Plan = "p", Level = 0 };

        Assert.NotEqual(RequestDigest.Of(unset), RequestDigest.Of(zero));
    }

    [Fact]
    public void Of_ItemsOfNeighbouringLists_AreKeptApart()
    {
        var windows = new BusinessCalendar { Windows = { new WeeklyWindow(), new WeeklyWindow() } };
        var mixed = new BusinessCalendar { Windows = { new WeeklyWindow() }, Exceptions = { new CalendarException() } };

        Assert.NotEqual(RequestDigest.Of(windows), RequestDigest.Of(mixed));
    }
}
