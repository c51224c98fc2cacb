using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
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
    private readonly TicketCheckpoint? since;
    private readonly MarkTimes times = new();
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
    private Moment? waitingSince;
    private CloseAttempt? waiting;
    private int? agreed;
    private bool answered;
    private TicketEnds ends = TicketEnds.None;

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
        Mark(new(at, opened.Sequence, MarkKind.Received));
        Acknowledge(opened);
        if (opening.WaitingReason is { } reason)
        {
            SetHold(at, Hold with { WaitingReason = reason }, opened.Sequence);
        }
    }

    /// <summary>Goes on from a checkpoint.</summary>
    public TimelineBuilder(PlanBook book, TicketCheckpoint since)
    {
        this.book = book;
        this.since = since;
        first = since.Opening;
        opening = (Fact.Opened)first.Fact;
        var course = since.Course;
        plans = new([.. course.Plans.Select(step => new Step<PlanTerms>(step.From, book[step.Value]))]);
        references = new(course.Plans);
        claimed = new(course.Claimed);
        verified = new(course.Verified);
        ruling = new(course.Ruling);
        lines = new(course.Lines);
        holds = new(course.Holds);
        exclusions = new(course.Exclusions);
        phases = new(course.Phases);
        cause = new(course.Cause);
        (waitingSince, waiting, agreed, answered, ends) = (course.Waiting, course.Attempt, course.Agreed, course.Answered, course.Ends);
        if (course.Confirmed is { } confirmed)
        {
            times.Add(new(confirmed, 0, MarkKind.Confirmed));
        }

        if (course.WorkedAround is { } workedAround)
        {
            times.Add(new(workedAround, 0, MarkKind.WorkaroundProvided));
        }
    }

    public PlanTerms Plan => plans.Current;

    public int RulingLevel => ruling.Current;

    public Phase Phase => phases.Current;

    public Hold Hold => holds.Current;

    public string Line => lines.Current;

    /// <summary>The fact that began a waiting that may close the ticket, or null.</summary>
    public long? WaitingSequence => waiting?.Sequence;

    /// <summary>When that would be, or null.</summary>
    public Instant? ClosesBySelfAt => waiting?.CloseTime;

    public ImmutableSortedSet<string> Exclusions => exclusions.Current;

    /// <summary>Folds all that a record holds, and what its checkpoint stands for.</summary>
    public static TimelineBuilder Fold(PlanBook book, TicketLog log)
    {
        var facts = Timeline.EffectiveOrder(log.Facts).ToList();
        var builder = log.Since is { } since ? new TimelineBuilder(book, since) : new TimelineBuilder(book, facts[0]);
        foreach (var fact in facts.Skip(log.Since is null ? 1 : 0))
        {
            builder.Add(fact);
        }

        return builder;
    }

    /// <summary>Folds facts that are in effective order, the opening first.</summary>
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

    /// <summary>The timeline as it stands if nothing more is told, an automatic closing ahead included.</summary>
    public Timeline Build()
    {
        if (waiting is { } open)
        {
            CloseBySelf(open);
        }

        return BuildSoFar();
    }

    /// <summary>The timeline up to the last fact; nothing ahead.</summary>
    public Timeline BuildSoFar() =>
        new()
        {
            Book = book,
            Since = since,
            OpeningSequence = first.Sequence,
            Told = told.ToImmutable(),
            Changes = changes.ToImmutable(),
            Received = first.EffectiveTime,
            Opening = opening,
            Marks = marks.ToImmutable(),
            Times = times,
            Ends = ends,
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

    /// <summary>The state at a checkpoint.</summary>
    public TicketCourse CourseAt(Instant reached) => new()
    {
        Plans = references.Build().StepsAround(reached),
        Claimed = claimed.Build().StepsAround(reached),
        Verified = verified.Build().StepsAround(reached),
        Ruling = ruling.Build().StepsAround(reached),
        Lines = lines.Build().StepsAround(reached),
        Holds = holds.Build().StepsAround(reached),
        Exclusions = exclusions.Build().StepsAround(reached),
        Phases = phases.Build().StepsAround(reached),
        Cause = cause.Build().StepsAround(reached),
        Agreed = agreed,
        Answered = answered,
        Waiting = waitingSince,
        Attempt = waiting,
        Ends = ends,
        Confirmed = times.First(Instant.MinValue, MarkKind.Confirmed)?.At,
        WorkedAround = times.First(Instant.MinValue, MarkKind.WorkaroundProvided)?.At,
    };

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
                ends = ends with { ResolveTime = at };
                MarkAt(recorded, MarkKind.Resolved);
                break;
            case Fact.Reopened:
                phases.Set(at, Phase.Open);
                ends = TicketEnds.None;
                MarkAt(recorded, MarkKind.Reopened);
                break;
            case Fact.Closed:
                ends = ends with { CloseTime = at };
                End(Phase.Closed, at, recorded.Sequence);
                break;
            case Fact.Merged fact:
                ends = ends with { CloseTime = at, MergedInto = fact.Into };
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

    private void MarkAt(RecordedFact fact, MarkKind kind) => Mark(new(fact.EffectiveTime, fact.Sequence, kind));

    private void Mark(Mark mark)
    {
        marks.Add(mark);
        times.Add(mark);
    }

    private void End(Phase phase, Instant at, long sequence)
    {
        SetHold(at, Hold.None, sequence);
        phases.Set(at, phase);
        Mark(new(at, sequence, MarkKind.Ended));
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
            waitingSince = new(sequence, at);
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
        if (waitingSince is var (sequence, began) && Plan.Plan.AutoClose is { } rule)
        {
            var close = DueTimes.Add(Plan.Calendar(rule.Calendar), began, rule.After);
            waiting = new CloseAttempt(sequence, began, Instant.Max(close - rule.WarnBefore, now), Instant.Max(close, now), null);
        }
    }
}
