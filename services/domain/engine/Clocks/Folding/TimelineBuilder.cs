using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>
/// Folds facts that are given in effective order. Each is tried on the state before it; one that the state does not allow changes nothing.
/// Auto-closing belongs to the fold: a ticket whose waiting ran out is closed for the facts after that.
/// </summary>
internal sealed class TimelineBuilder
{
    private readonly PlanBook book;
    private readonly RecordedFact first;
    private readonly Fact.Opened opening;
    private readonly ImmutableArray<Mark>.Builder marks = ImmutableArray.CreateBuilder<Mark>();
    private readonly ImmutableArray<CloseAttempt>.Builder attempts = ImmutableArray.CreateBuilder<CloseAttempt>();
    private readonly ImmutableArray<RecordedFact>.Builder told = ImmutableArray.CreateBuilder<RecordedFact>();
    private readonly ImmutableArray<TermsChange>.Builder changes = ImmutableArray.CreateBuilder<TermsChange>();
    private readonly ImmutableSortedDictionary<long, string>.Builder voided = ImmutableSortedDictionary.CreateBuilder<long, string>();
    private readonly History<PlanTerms>.Builder plans;
    private readonly History<PlanReference>.Builder references;
    private readonly History<int?>.Builder claimed;
    private readonly History<int?>.Builder verified;
    private readonly History<int>.Builder ruling;
    private readonly History<string>.Builder lines;
    private readonly History<Hold>.Builder holds;
    private readonly History<ImmutableSortedSet<string>>.Builder exclusions;
    private readonly History<Phase>.Builder phases;
    private readonly History<string?>.Builder cause;
    private (long Sequence, Instant Since)? waitingSince;
    private CloseAttempt? waiting;
    private int? agreed;
    private bool answered;

    public TimelineBuilder(PlanBook book, RecordedFact opened)
    {
        this.book = book;
        first = opened;
        told.Add(opened);
        opening = (Fact.Opened)opened.Fact;
        var at = opened.EffectiveTime;
        var terms = book[opening.Plan];
        plans = new(at, terms);
        references = new(at, opening.Plan);
        claimed = new(at, opening.ClaimedLevel);
        verified = new(at, opening.VerifiedLevel);
        ruling = new(at, Rule(terms));
        lines = new(at, SupportLines.First);
        holds = new(at, Hold.None);
        exclusions = new(at, []);
        phases = new(at, Phase.Open);
        cause = new(at, null);
        marks.Add(new(at, opened.Sequence, MarkKind.Received));
        Acknowledge(opened);
    }

    public PlanTerms Plan => plans.Current;

    public int RulingLevel => ruling.Current;

    public Phase Phase => phases.Current;

    public Hold Hold => holds.Current;

    public string Line => lines.Current;

    public ImmutableSortedSet<string> Exclusions => exclusions.Current;

    /// <summary>Folds the facts that are in effective order after the opening.</summary>
    public static Timeline Fold(PlanBook book, IEnumerable<RecordedFact> inEffectiveOrder)
    {
        TimelineBuilder? builder = null;
        foreach (var fact in inEffectiveOrder)
        {
            if (builder is null)
            {
                builder = new TimelineBuilder(book, fact);
            }
            else
            {
                builder.Add(fact);
            }
        }

        return (builder ?? throw new ArgumentException("A ticket has at least its opening.", nameof(inEffectiveOrder))).Build();
    }

    /// <summary>Adds a fact; one that the state before it does not allow is flagged and changes nothing.</summary>
    public void Add(RecordedFact fact)
    {
        if (Refuse(fact.Fact, fact.EffectiveTime) is { } refusal)
        {
            voided.Add(fact.Sequence, refusal.Description);
            return;
        }

        var (level, plan) = (RulingLevel, Plan);
        Apply(fact);
        if (level != RulingLevel || !ReferenceEquals(plan, Plan))
        {
            changes.Add(new(fact.EffectiveTime, told.Count));
        }

        told.Add(fact);
    }

    /// <summary>Why a fact that is true at an instant, after all those added, cannot be; or null. Closes the ticket first if its waiting ran out.</summary>
    public Refusal? Refuse(Fact fact, Instant at)
    {
        AdvanceTo(at);
        return FactRules.Refuse(this, fact, book);
    }

    public Timeline Build()
    {
        if (waiting is { } open)
        {
            CloseBySelf(open);
        }

        return new Timeline
        {
            Book = book,
            Told = told.ToImmutable(),
            Changes = changes.ToImmutable(),
            Received = first.EffectiveTime,
            Opening = opening,
            Marks = marks.ToImmutable(),
            Plans = plans.Build(),
            References = references.Build(),
            Claimed = claimed.Build(),
            Verified = verified.Build(),
            Ruling = ruling.Build(),
            Lines = lines.Build(),
            Holds = holds.Build(),
            Exclusions = exclusions.Build(),
            Phases = phases.Build(),
            Cause = cause.Build(),
            CloseAttempts = attempts.ToImmutable(),
            Voided = voided.ToImmutable(),
        };
    }

    private void AdvanceTo(Instant at)
    {
        if (waiting is { } open && open.CloseTime < at)
        {
            CloseBySelf(open);
        }
    }

    private void CloseBySelf(CloseAttempt attempt)
    {
        attempts.Add(attempt);
        waiting = null;
        End(Phase.Closed, attempt.CloseTime, attempt.Sequence);
    }

    private void Apply(RecordedFact recorded)
    {
        var at = recorded.EffectiveTime;
        switch (recorded.Fact)
        {
            case Fact.AgentResponded:
                // A word after the resolution is kept in the record but starts no new silence.
                if (Phase == Phase.Open)
                {
                    answered = true;
                    MarkAt(recorded, MarkKind.AgentResponded);
                }

                break;
            case Fact.CustomerReplied:
                SetHold(at, Hold with { WaitingReason = null }, recorded.Sequence);
                MarkAt(recorded, MarkKind.CustomerReplied);
                break;
            case Fact.WaitingOnCustomer fact:
                SetHold(at, Hold with { WaitingReason = fact.Reason }, recorded.Sequence);
                break;
            case Fact.Paused fact:
                SetHold(at, Hold with { PauseReason = fact.Reason }, recorded.Sequence);
                break;
            case Fact.Resumed:
                SetHold(at, Hold.None, recorded.Sequence);
                break;
            case Fact.Confirmed fact:
                cause.Set(at, fact.Cause);
                MarkAt(recorded, MarkKind.Confirmed);
                break;
            case Fact.HandedOver fact:
                lines.Set(at, fact.Line);
                break;
            case Fact.SeverityChanged fact:
                ChangeSeverity(fact, at);
                MarkAt(recorded, MarkKind.Retargeted);
                Acknowledge(recorded);
                break;
            case Fact.PlanChanged fact:
                plans.Set(at, book[fact.Plan]);
                references.Set(at, fact.Plan);
                ruling.Set(at, Rule(Plan));
                FollowWaiting(at);
                MarkAt(recorded, MarkKind.Retargeted);
                Acknowledge(recorded);
                break;
            case Fact.WorkaroundProvided:
                MarkAt(recorded, MarkKind.WorkaroundProvided);
                break;
            case Fact.Excluded fact:
                exclusions.Set(at, Exclusions.Add(fact.Clause));
                break;
            case Fact.ExclusionLifted fact:
                exclusions.Set(at, Exclusions.Remove(fact.Clause));
                break;
            case Fact.Resolved:
                SetHold(at, Hold.None, recorded.Sequence);
                phases.Set(at, Phase.Resolved);
                answered = true;
                MarkAt(recorded, MarkKind.Resolved);
                break;
            case Fact.Reopened:
                phases.Set(at, Phase.Open);
                MarkAt(recorded, MarkKind.Reopened);
                break;
            case Fact.Closed:
                End(Phase.Closed, at, recorded.Sequence);
                break;
            case Fact.Merged:
                End(Phase.Merged, at, recorded.Sequence);
                break;
        }
    }

    /// <summary>The automatic acknowledgement is sent at opening, or when a change makes the first answer automatic before anyone gave it.</summary>
    private void Acknowledge(RecordedFact fact)
    {
        if (!answered && Plan.FindTarget(RulingLevel, MilestoneKind.InitialResponse)?.Commitment is Commitment.Automatic)
        {
            answered = true;
            MarkAt(fact, MarkKind.Acknowledged);
        }
    }

    private void MarkAt(RecordedFact fact, MarkKind kind) => marks.Add(new(fact.EffectiveTime, fact.Sequence, kind));

    private void End(Phase phase, Instant at, long sequence)
    {
        SetHold(at, Hold.None, sequence);
        phases.Set(at, phase);
        marks.Add(new(at, sequence, MarkKind.Ended));
    }

    private void ChangeSeverity(Fact.SeverityChanged fact, Instant at)
    {
        if (fact.ClaimedLevel is { } claim)
        {
            claimed.Set(at, claim);
            agreed = null;
        }

        if (fact.VerifiedLevel is { } level)
        {
            verified.Set(at, level);
            agreed = fact.AgreedBy is null ? agreed : level;
        }

        ruling.Set(at, Rule(Plan));
    }

    private int Rule(PlanTerms terms) => (terms.Ruling, claimed.Current, verified.Current) switch
    {
        (SeverityRuling.Verified, var claim, var level) => level ?? claim!.Value,
        (SeverityRuling.Claimed, var claim, var level) => (terms.ChangeNeedsAgreement ? agreed : null) ?? claim ?? level!.Value,
        _ => throw new InvalidOperationException($"Unknown ruling {terms.Ruling}."),
    };

    private void SetHold(Instant at, Hold hold, long sequence)
    {
        var before = Hold;
        holds.Set(at, hold);
        if (before.WaitingReason is null && hold.WaitingReason is not null)
        {
            waitingSince = (sequence, at);
            FollowWaiting(at);
        }
        else if (before.WaitingReason is not null && hold.WaitingReason is null)
        {
            waitingSince = null;
            if (waiting is { } open)
            {
                attempts.Add(open with { EndedTime = at });
                waiting = null;
            }
        }
    }

    /// <summary>Follows the waiting by the current plan's auto-close; a new plan's counts from when the waiting began, too, but acts from now on.</summary>
    private void FollowWaiting(Instant now)
    {
        waiting = null;
        if (waitingSince is var (sequence, since) && Plan.Plan.AutoClose is { } rule)
        {
            var close = DueTimes.Add(Plan.Calendar(rule.Calendar), since, rule.After);
            waiting = new CloseAttempt(sequence, since, Instant.Max(close - rule.WarnBefore, now), Instant.Max(close, now), null);
        }
    }
}
