using System.Security.Cryptography;
using System.Text;
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

    // Digests are kept: a field that a later version adds, and that nobody set, must not change them. This request has unset fields of every kind.
    [Fact]
    public void Of_ARequest_IsTheSameInEveryVersion() => Assert.Equal(
        "3bd781c4bab0e8e4e36f20d9ff21e3d9444173ce2f64d4ebc5d53d87290e63ca",
        RequestDigest.Of(new OpenTicketRequest
        {
            Account = "accounts/acme",
            Channel = Channel.Portal,
            Level = 2,
            EffectiveTime = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = 1_740_992_400 },
            RequestId = "not counted",
        }));

    [Fact]
    public void Of_DefaultOfAFieldWithoutPresence_IsAsUnset()
    {
        var unset = RequestDigest.Of(new ListTicketsRequest());

        Assert.Equal(HashOf("slaplatform.clocks.v1.ListTicketsRequest"), unset);
    }

    [Fact]
    public void Of_ItemsOfNeighbouringLists_AreKeptApart()
    {
        var windows = new BusinessCalendar { Windows = { new WeeklyWindow(), new WeeklyWindow() } };
        var mixed = new BusinessCalendar { Windows = { new WeeklyWindow() }, Exceptions = { new CalendarException() } };

        Assert.NotEqual(RequestDigest.Of(windows), RequestDigest.Of(mixed));
    }

    /// <summary>The digest of a message in which nothing is set: its name's length and name, then the end of the fields.</summary>
    private static string HashOf(string name)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)name.Length), .. Encoding.UTF8.GetBytes(name), .. BitConverter.GetBytes(0L)];
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
