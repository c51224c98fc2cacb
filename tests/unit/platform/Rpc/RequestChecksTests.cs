using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class RequestChecksTests
{
    private readonly RequestChecks _checks = new();

    [Theory]
    [InlineData(0, 100)]
    [InlineData(7, 7)]
    [InlineData(1000, 1000)]
    [InlineData(1_000_000, 1000)]
    public void PageSize_NotNegative_IsTakenWithinBounds(int given, int taken)
    {
        Assert.Equal(taken, _checks.PageSize(given));
        Assert.True(_checks.IsSound);
    }

    [Fact]
    public void PageSize_MinusOne_IsRefused()
    {
        _checks.PageSize(-1);

        AssertOnly(ErrorReason.InvalidPageSize, "page_size");
    }

    [Fact]
    public void Text_WithNul_IsRefused()
    {
        Assert.Equal("", _checks.Text("reason", "a\0b", 10));

        AssertOnly(ErrorReason.InvalidFormat, "reason");
    }

    [Theory]
    [InlineData("a\nb\tc")]
    [InlineData("\U0001F600")]
    public void Text_OtherCharacters_AreTaken(string text)
    {
        Assert.Equal(text, _checks.Text("reason", text, 10));
        Assert.True(_checks.IsSound);
    }

    [Theory]
    [InlineData("", ErrorReason.FieldRequired)]
    [InlineData("1", ErrorReason.InvalidRequestId)]
    [InlineData("00000000-0000-0000-0000-000000000000", ErrorReason.InvalidRequestId)]
    public void RequestId_NotAUuid_IsRefused(string id, ErrorReason reason)
    {
        _checks.RequestId(id);

        AssertOnly(reason, "request_id");
    }

    [Fact]
    public void RequestId_UpperCase_IsTheSameInLowerCase() =>
        Assert.Equal("a1b2c3d4-0000-4000-8000-00000000000f", _checks.RequestId("A1B2C3D4-0000-4000-8000-00000000000F"));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(7258118399, true)]
    [InlineData(7258118400, false)]
    public void Time_OfTheYears1970To2199_IsSound(long seconds, bool sound)
    {
        Assert.Equal(sound, _checks.Time("at", new Timestamp { Seconds = seconds }) is not null);
        Assert.Equal(sound, _checks.IsSound);
    }

    [Fact]
    public void Specified_UnspecifiedAndUnknown_AreRefused()
    {
        _checks.Specified("one", Line.Unspecified);
        _checks.Specified("two", (Line)99);

        Assert.Equal([ErrorReason.FieldRequired, ErrorReason.FieldOutOfRange], _checks.Violations.Select(violation => violation.Reason));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Level_OutsideOneToNine_IsRefused(int level)
    {
        _checks.Level("level", level);

        AssertOnly(ErrorReason.FieldOutOfRange, "level");
    }

    [Fact]
    public void RequiredName_OfAnotherPattern_IsRefusedWithItsPattern()
    {
        Assert.Null(_checks.RequiredName<PlanName>("plan", "policies/xtm"));

        AssertOnly(ErrorReason.InvalidResourceName, "plan");
        Assert.Contains(PlanName.Pattern, _checks.Violations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowIfAny_SeveralFaults_ListsAllUnderACommonReason()
    {
        _checks.Text("title", new string('x', 11), 10);
        _checks.Level("level", 0);

        var refusal = Assert.Throws<RefusalException>(_checks.ThrowIfAny);

        Assert.Equal(ErrorReason.InvalidRequest, refusal.Reason);
        Assert.Equal(["title", "level"], refusal.Fields.Select(field => field.Field));
    }

    private void AssertOnly(ErrorReason reason, string field)
    {
        var violation = Assert.Single(_checks.Violations);
        Assert.Equal((reason, field), (violation.Reason, violation.Field));
    }
}
