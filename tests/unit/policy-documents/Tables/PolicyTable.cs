using System.Globalization;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>Everything a policy promises as lines of text: its calendars, then plan by plan. What is at its default is left out.</summary>
internal static class PolicyTable
{
    public static IEnumerable<string> Of(Policy policy) =>
        policy.Calendars.Values.Select(Calendar)
            .Concat(policy.Ladders.Values.Select(ladder => $"ladder {ladder.Id}: {string.Join(", ", ladder.Levels.Select(level => level.English))}"))
            .Concat(policy.Plans.SelectMany(Of));

    private static IEnumerable<string> Of(Plan plan)
    {
        yield return "";
        yield return $"plan {plan.Id}";
        yield return Joined(
            plan.ContactCap is { } contacts ? $"contacts {contacts}" : "",
            plan.ContactsOnly ? "only contacts open" : "",
            plan.NamedEmailUserCap is { } users ? $"named e-mail users {users}" : "",
            $"channels {Channels(plan)}",
            plan.AfterTrial is { } after ? $"then {after}" : "");
        yield return plan.AutoClose is { } close ? $"closes {Closing(close)}" : "never closes";
        foreach (var (id, value) in plan.Features)
        {
            yield return Worth(value) switch
            {
                "" => $"has {id}",
                "not included" => $"has no {id}",
                var worth => $"has {id}: {worth}",
            };
        }

        foreach (var (level, targets) in plan.Targets)
        {
            foreach (var target in targets.OrderBy(target => target.Milestone))
            {
                yield return $"{level} {PolicyVocabulary.Milestones.WordFor(target.Milestone)}: {Promise(target)}";
            }

            if (plan.Escalations.TryGetValue(level, out var escalation))
            {
                yield return $"{level} escalation: {Climb(escalation)}";
            }
        }
    }

    public static string Calendar(PolicyCalendar calendar) => "calendar " + Joined(
        $"{calendar.Definition.Id}: {(calendar.Definition.IsAlways ? "always" : string.Join(' ', calendar.Definition.Windows))}",
        calendar.Definition.IsAlways ? "" : calendar.Definition.ZoneId,
        calendar.Definition is { IsAlways: false, BusinessDay: BusinessDay.Length day } ? $"a day is {new Amount.OpenTime(day.Duration)}" : "",
        calendar.TakesHolidays ? "takes holidays" : "",
        calendar.Overridable ? "overridable" : "");

    private static string Channel(ChannelRule rule) => rule.From == ChannelUser.Contact ? rule.Channel : $"{rule.Channel}({PolicyVocabulary.ChannelUsers.WordFor(rule.From)})";

    /// <summary>What a feature is worth; empty when it is simply there.</summary>
    public static string Worth(FeatureValue value) => value switch
    {
        FeatureValue.Flag flag => flag.Included ? "" : "not included",
        FeatureValue.Quantity quantity => $"{quantity.Count}",
        FeatureValue.Worded worded => $"\"{worded.Value.English}\"",
        FeatureValue.Availability guarantee => string.Create(
            CultureInfo.InvariantCulture, $"{guarantee.GuaranteePercent} % a {guarantee.Per}, else {guarantee.CreditPercent} % back"),
        FeatureValue.Allowance allowance => Joined(
            string.Create(CultureInfo.InvariantCulture, $"{allowance.Amount} {allowance.Unit} a {allowance.Per}"),
            allowance.Step is { } step ? string.Create(CultureInfo.InvariantCulture, $"in steps of {step}") : "",
            allowance.DayLength is { } length ? $"a day is {new Amount.OpenTime(length)}" : "",
            allowance.CarriesOver ? "carries over" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "The kind of feature value is unknown."),
    };

    public static string Channels(Plan plan) =>
        $"{string.Join(' ', plan.Channels.Accepted.Select(Channel))}, others {PolicyVocabulary.OtherChannels.WordFor(plan.Channels.Others)}";

    public static string Closing(AutoClose close) => $"after {close.After} on {close.Calendar}, warns {new Amount.OpenTime(close.WarnBefore).Format()} before";

    public static string Promise(Target target) => target.Commitment.Timing is not { } timing
        ? PolicyVocabulary.Untimed.WordFor(target.Commitment)
        : Joined(
            $"{(target.Commitment is Commitment.Every ? "every" : "within")} {timing.Amount} on {timing.Calendar} from {Start(timing.Start)}",
            timing.PausedBy.IsEmpty ? "" : $"paused by {string.Join(' ', timing.PausedBy)}",
            timing.Lines.IsEmpty ? "" : string.Join(' ', timing.Lines.Select(line => $"{line.Key} counts {line.Value}")),
            target.Conditions.IsEmpty ? "" : $"when {string.Join(' ', target.Conditions.Select(Condition))}",
            timing.MetByWorkaround ? "or a workaround" : "",
            timing.OnChange == ChangeRule.Retroactive ? "" : $"on change {PolicyVocabulary.ChangeRules.WordFor(timing.OnChange)}",
            timing.OnReopen == ReopenRule.Resume ? "" : $"on reopening {PolicyVocabulary.ReopenRules.WordFor(timing.OnReopen)}");

    private static string Start(StartRule start) => start switch
    {
        StartRule.NextOpening gate => $"opening of {gate.Calendar} after {Event(gate.Trigger)}",
        StartRule.LaterOf both => $"later of {Event(both.First)} and {Event(both.Second)}",
        StartRule.FromOnce once => $"{Event(once.From)} once {Event(once.Once)}",
        _ => Event(start.Event),
    };

    private static string Event(StartEvent trigger) => PolicyVocabulary.Events.WordFor(trigger);

    private static string Condition(TargetCondition condition) =>
        condition is TargetCondition.ConfirmedCause cause ? $"cause:{cause.Cause}" : PolicyVocabulary.Conditions.WordFor(condition);

    public static string Climb(Escalation escalation) => escalation switch
    {
        Escalation.AtInterval interval => $"{interval.Ladder} every {interval.Interval} on {interval.Calendar} with {PolicyVocabulary.Milestones.WordFor(interval.Follows)}",
        Escalation.OnBreach breach => $"{breach.Ladder} on breach of {(breach.Follows.IsEmpty ? "any" : string.Join(' ', breach.Follows.Select(kind => PolicyVocabulary.Milestones.WordFor(kind))))}",
        _ => $"{escalation.Ladder} not applicable",
    };

    private static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
