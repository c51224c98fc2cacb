using Google.Rpc;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Tests.Typing;
using SlaPlatform.Cli.Typing;

namespace SlaPlatform.Cli.Tests.Rendering;

public sealed class ErrorSpeechTests
{
    private static readonly TypedPlace Start = new("--start");

    [Fact]
    public void Of_OneFault_IsTheHeadlineAlone()
    {
        var speech = ErrorSpeech.Of([Fault(Start, "It is too early.")], "TIME_OUT_OF_RANGE");
        Assert.Equal(("--start: It is too early.", 0), (speech.Headline, speech.Faults.Count));
    }

    [Fact]
    public void Of_SeveralFaults_ListsEachOnce()
    {
        var speech = ErrorSpeech.Of([Fault(Start, "It is too early."), Fault(new("--zone"), "It is none.", "UNKNOWN_TIME_ZONE"), Fault(Start, "It is too early.")], "INVALID_REQUEST");
        Assert.Equal("2 things are wrong.", speech.Headline);
        Assert.Equal(["--start: It is too early. [TIME_OUT_OF_RANGE]", "--zone: It is none. [UNKNOWN_TIME_ZONE]"], speech.Faults);
    }

    [Fact]
    public void Of_OneWindowOnSeveralDays_NamesWindowAndDaysOnce()
    {
        var speech = ErrorSpeech.Of(
            [
                Fault(new("--windows \"mon-fri 17:00-19:00\"", "mon"), "Window Monday 17:00-19:00 (windows[5]) overlaps Monday 09:00-18:00 (windows[0]); join them."),
                Fault(new("--windows \"mon-fri 17:00-19:00\"", "tue"), "Window Tuesday 17:00-19:00 (windows[6]) overlaps Tuesday 09:00-18:00 (windows[1]); join them."),
            ],
            "TIME_OUT_OF_RANGE");
        Assert.Equal("--windows \"mon-fri 17:00-19:00\": Window Monday 17:00-19:00 overlaps Monday 09:00-18:00; join them. The same holds on tue.", speech.Headline);
    }

    [Fact]
    public void Of_OneWindowWithAnotherFaultOnEachDay_SaysBoth()
    {
        var speech = ErrorSpeech.Of(
            [
                Fault(new("--windows \"mon-tue 11:00-14:00\"", "mon"), "Window Monday 11:00-14:00 (windows[2]) overlaps Monday 09:00-12:00 (windows[0]); join them."),
                Fault(new("--windows \"mon-tue 11:00-14:00\"", "tue"), "Window Tuesday 11:00-14:00 (windows[3]) overlaps Tuesday 10:00-13:00 (windows[1]); join them."),
            ],
            "TIME_OUT_OF_RANGE");
        Assert.Equal(
            [
                "--windows \"mon-tue 11:00-14:00\": Window Monday 11:00-14:00 overlaps Monday 09:00-12:00; join them.",
                "--windows \"mon-tue 11:00-14:00\": Window Tuesday 11:00-14:00 overlaps Tuesday 10:00-13:00; join them.",
            ],
            speech.Faults);
    }

    [Fact]
    public void Of_TwoHolidaysWithFaults_KeepsBoth() =>
        Assert.Equal(2, ErrorSpeech.Of([Fault(new("--closed"), "The first is none."), Fault(new("--closed"), "The second is none.")], null).Faults.Count);

    [Fact]
    public void Of_MessageThatNamesItsField_NamesWhatWasTyped()
    {
        var info = new ErrorInfo { Reason = "UNKNOWN_CONTACT", Metadata = { ["field"] = "fact.severity_changed.agreed_by_contact" } };
        Assert.Equal("--agreed-by: 'bob' is none.", ErrorSpeech.Of("fact.severity_changed.agreed_by_contact: 'bob' is none.", info, TypedNames.Of("ticket fact")).Headline);
    }

    [Theory]
    [InlineData("PLAN_NOT_FOUND", "'xtm/golden' does not exist.")]
    [InlineData("RECORD_NOT_FOUND", "'xtm/golden' does not exist; list plans with ListPlans.")]
    public void Of_AdviceOfAMethod_GivesWayToTheCommand(string reason, string headline) =>
        Assert.Equal(headline, ErrorSpeech.Of("'xtm/golden' does not exist; list plans with ListPlans.", new ErrorInfo { Reason = reason }, TypedNames.Of("plans")).Headline);

    private static (TypedPlace Place, ErrorViolation Violation) Fault(TypedPlace place, string message, string reason = "TIME_OUT_OF_RANGE") =>
        (place, new ErrorViolation("field", place.Name, reason, message));
}
