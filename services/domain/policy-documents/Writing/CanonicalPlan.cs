using System.Globalization;
using System.Text.Json;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalPlan(Utf8JsonWriter json)
{
    public void Write(Plan plan) => json.Object(null, () =>
    {
        json.WriteString("plan", plan.Id);
        json.Text("title", plan.Title);
        Number("tier", plan.Tier);
        json.Source(plan.Source);
        json.WriteBoolean("contacts_only", plan.ContactsOnly);
        Number("contact_cap", plan.ContactCap);
        Number("named_email_users", plan.NamedEmailUserCap);
        if (plan.AfterTrial is not null)
        {
            json.WriteString("after_trial", plan.AfterTrial);
        }

        Channels(plan.Channels);
        json.Object("features", () =>
        {
            foreach (var (id, value) in plan.Features)
            {
                new CanonicalFeature(json).Write(id, value);
            }
        });
        AutoClose(plan.AutoClose);
        new CanonicalTiming(json).Warnings(plan.Warnings);
        json.Object("targets", () =>
        {
            foreach (var (level, targets) in plan.Targets)
            {
                json.Object(level.ToString(CultureInfo.InvariantCulture), () => Level(plan, level, targets));
            }
        });
    });

    private void Level(Plan plan, int level, IEnumerable<Target> targets)
    {
        foreach (var target in targets)
        {
            json.Object(PolicyVocabulary.Milestones.WordFor(target.Milestone), () => Target(target));
        }

        if (plan.Escalations.TryGetValue(level, out var escalation))
        {
            json.Object("escalation", () => Escalation(escalation));
        }
    }

    private void Target(Target target)
    {
        if (target.Commitment.Timing is { } timing)
        {
            json.WriteString(target.Commitment is Commitment.Every ? "every" : "within", timing.Amount.Format());
            new CanonicalTiming(json).Write(timing);
        }
        else
        {
            json.WriteString("commitment", PolicyVocabulary.Untimed.WordFor(target.Commitment));
        }

        json.List("when", target.Conditions, condition =>
        {
            if (condition is TargetCondition.ConfirmedCause confirmed)
            {
                json.Object(null, () => json.WriteString("confirmed_cause", confirmed.Cause));
            }
            else
            {
                json.WriteStringValue(PolicyVocabulary.Conditions.WordFor(condition));
            }
        });
        json.Source(target.Source);
    }

    private void Escalation(Escalation escalation)
    {
        json.WriteString("ladder", escalation.Ladder);
        switch (escalation)
        {
            case Escalation.AtInterval interval:
                json.WriteString("every", interval.Interval.Format());
                json.WriteString("calendar", interval.Calendar);
                json.WriteString("follows", PolicyVocabulary.Milestones.WordFor(interval.Follows));
                break;
            case Escalation.OnBreach { Follows.IsEmpty: true }:
                json.WriteString("on_breach", "all");
                break;
            case Escalation.OnBreach breach:
                json.Words("on_breach", breach.Follows.Select(milestone => PolicyVocabulary.Milestones.WordFor(milestone)));
                break;
            default:
                json.WriteBoolean("not_applicable", true);
                break;
        }
    }

    private void Channels(Channels channels) => json.Object("channels", () =>
    {
        json.List("accepted", channels.Accepted, rule => json.Object(null, () =>
        {
            json.WriteString("channel", rule.Channel);
            json.WriteString("from", PolicyVocabulary.ChannelUsers.WordFor(rule.From));
        }));
        json.WriteString("others", PolicyVocabulary.OtherChannels.WordFor(channels.Others));
        json.Source(channels.Source);
    });

    private void AutoClose(AutoClose? close)
    {
        if (close is null)
        {
            json.WriteString("auto_close", "never");
            return;
        }

        json.Object("auto_close", () =>
        {
            json.WriteString("after", close.After.Format());
            json.WriteString("calendar", close.Calendar);
            json.WriteString("warn_before", new Amount.OpenTime(close.WarnBefore).Format());
            json.Source(close.Source);
        });
    }

    private void Number(string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
