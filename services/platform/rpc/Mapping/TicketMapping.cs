using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using MilestoneCount = SlaPlatform.Contracts.Clocks.V1.MilestoneCount;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Tickets on the wire.</summary>
public static class TicketMapping
{
    /// <summary>
    /// What the engine knows of a ticket as a message. Name, account, contact, subscription, channel, product, reference, etag and fact count,
    /// and the times of resolution, closing and auto-close are the host's to add.
    /// </summary>
    /// <param name="view">How the ticket stands.</param>
    /// <param name="language">The language of the targets' texts (BCP 47).</param>
    public static Ticket ToProto(this TicketView view, string language)
    {
        var policy = view.Terms.Policy;
        var targets = TargetMapping.For(view.Terms, language);
        var wire = new Ticket
        {
            Plan = NameOf(view.Plan, policy),
            RulingLevel = view.RulingLevel,
            RulingLabel = policy.Severities.Find(view.RulingLevel)?.Labels.In(language) ?? "",
            State = view.State.ToProto(),
            Line = ChoiceMapping.LineOfWord(view.Line),
            PauseReason = view.PauseReason,
            Milestones = { view.Current.Select(milestone => milestone.ToProto(targets)) },
            MilestoneCounts = { Counts(view) },
            NextWakeTime = view.NextWake?.ToTimestamp(),
            OpenTime = view.ReceivedTime.ToTimestamp(),
            Exclusions = { view.Exclusions },
            Terms = view.Plan.ToProto(policy.Id),
            RungsReached = view.RungsReached,
        };
        if (view.ClaimedLevel is { } claimed)
        {
            wire.ClaimedLevel = claimed;
        }

        if (view.VerifiedLevel is { } verified)
        {
            wire.VerifiedLevel = verified;
        }

        return wire;
    }

    private static Contracts.Clocks.V1.SeverityCause ToProto(Engine.Clocks.SeverityCause cause) => new()
    {
        Fact = cause.Sequence,
        Actor = cause.Change.Actor,
        Reason = cause.Change.Reason,
        AgreedByContact = cause.Change.AgreedBy ?? "",
    };

    /// <summary>The period on the wire.</summary>
    /// <param name="period">The period.</param>
    /// <param name="book">The terms that the ticket names.</param>
    public static Contracts.Clocks.V1.SeverityPeriod ToProto(this Engine.Clocks.SeverityPeriod period, PlanBook book)
    {
        var wire = new Contracts.Clocks.V1.SeverityPeriod
        {
            StartTime = period.Start.ToTimestamp(),
            EndTime = period.End?.ToTimestamp(),
            RulingLevel = period.RulingLevel,
            Open = period.IsOpen,
            Causes = { period.Causes.Select(ToProto) },
            Plan = NameOf(period.Plan, book[period.Plan].Policy),
            Exclusions = { period.Exclusions },
            Downtime = period.IsDowntime,
        };
        if (period.ClaimedLevel is { } claimed)
        {
            wire.ClaimedLevel = claimed;
        }

        if (period.VerifiedLevel is { } verified)
        {
            wire.VerifiedLevel = verified;
        }

        return wire;
    }

    private static string NameOf(PlanReference plan, Policy policy) => new PlanName(policy.Id, plan.Plan, plan.RevisionHash[..PolicyRevision.IdLength]).Format();

    private static IEnumerable<MilestoneCount> Counts(TicketView view) =>
        view.Counts.Select(count => new MilestoneCount { Kind = count.Kind.ToProto(), State = count.State.ToProto(), Count = count.Count });
}
