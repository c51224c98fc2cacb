using System.Globalization;
using NodaTime;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Facts and signals in a few words.</summary>
internal static class EventText
{
    public static string Of(Fact fact) => fact.EventCase switch
    {
        Fact.EventOneofCase.Opened => "opened" + Levels(fact.Opened),
        Fact.EventOneofCase.Body => Of(fact.Body),
        _ => "",
    } + (fact.VoidCause.Length == 0 ? "" : $" (void: {fact.VoidCause})");

    public static string Of(FactBody body) => EnumWords.Show(body.FactCase) + Detail(body) + (body.Actor.Length == 0 ? "" : $" by {body.Actor}");

    public static string Of(Signal signal)
    {
        var detail = signal.Detail;
        var subject = detail.MilestoneKind == MilestoneKind.Unspecified ? "" : " " + EnumWords.Show(detail.MilestoneKind);
        return detail.Kind switch
        {
            SignalKind.Warned => $"warned{subject} at {Threshold(detail)}",
            SignalKind.RungReached => $"rung {detail.RungLevel} reached: {detail.RungRole}",
            SignalKind.Retracted => $"retracted {EnumWords.Show(detail.RetractedKind)}{subject}",
            var kind => EnumWords.Show(kind) + subject,
        };
    }

    public static string Of(DueChanged changed, DateTimeZone zone) =>
        $"{EnumWords.Show(changed.MilestoneKind)} {EnumWords.Show(changed.State)}{(changed.DueTime is null ? "" : $", due {InstantText.Show(changed.DueTime.ToInstant(), zone)}")}";

    /// <summary>How late a signal was raised, in milliseconds for machines' work and in hours for outages.</summary>
    public static string Lateness(Signal signal) => signal.LatenessDuration is { } late ? Lateness(late.ToNodaDuration()) : "";

    private static string Lateness(Duration late) =>
        late < Duration.FromSeconds(1) ? string.Create(CultureInfo.InvariantCulture, $"{late.TotalMilliseconds:0.###} ms") : DurationText.Show(late);

    private static string Threshold(SignalDetail detail) => detail.ThresholdCase == SignalDetail.ThresholdOneofCase.BeforeDueDuration
        ? $"{MilestoneView.Length(detail.BeforeDueDuration)} before due"
        : $"{detail.Percent} %";

    private static string Levels(Opened opened) => (opened.HasClaimedLevel, opened.HasVerifiedLevel) switch
    {
        (true, true) when opened.ClaimedLevel == opened.VerifiedLevel => $" at level {opened.ClaimedLevel}",
        (true, true) => $" at claimed level {opened.ClaimedLevel}, verified {opened.VerifiedLevel}",
        (true, false) => $" at claimed level {opened.ClaimedLevel}",
        (false, true) => $" at verified level {opened.VerifiedLevel}",
        _ => "",
    };

    private static string Detail(FactBody body)
    {
        var text = body.FactCase switch
        {
            FactBody.FactOneofCase.WaitingOnCustomer => body.WaitingOnCustomer.Reason,
            FactBody.FactOneofCase.Paused => body.Paused.Reason,
            FactBody.FactOneofCase.Confirmed => EnumWords.Show(body.Confirmed.Cause),
            FactBody.FactOneofCase.HandedOver => EnumWords.Show(body.HandedOver.Line),
            FactBody.FactOneofCase.SeverityChanged => Severity(body.SeverityChanged),
            FactBody.FactOneofCase.PlanChanged => ShortNames.OfPlan(body.PlanChanged.Plan),
            FactBody.FactOneofCase.Excluded => body.Excluded.Clause,
            FactBody.FactOneofCase.ExclusionLifted => body.ExclusionLifted.Clause,
            FactBody.FactOneofCase.Closed => body.Closed.Reason,
            FactBody.FactOneofCase.Merged => ShortNames.Last(body.Merged.Into),
            _ => "",
        };
        return text.Length == 0 ? "" : $": {text}";
    }

    private static string Severity(SeverityChanged changed) => changed.LevelCase == SeverityChanged.LevelOneofCase.ClaimedLevel
        ? $"claimed level {changed.ClaimedLevel}"
        : $"verified level {changed.VerifiedLevel}{(changed.AgreedByContact.Length == 0 ? "" : ", agreed")}";
}
