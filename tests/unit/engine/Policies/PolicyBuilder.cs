using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Policies;

/// <summary>
/// Builds small sound policies: one plan <c>plan</c> with four levels, no targets, no warnings; calendars <c>24x7</c> and <c>office</c>
/// (Monday to Friday 09:00-17:00 UTC). A test adds what matters to it.
/// </summary>
internal sealed class PolicyBuilder
{
    private readonly Dictionary<string, PolicyCalendar> calendars = [];
    private readonly Dictionary<string, EscalationLadder> ladders = [];
    private readonly List<Exclusion> exclusions = [];
    private readonly List<Reading> readings = [];
    private readonly List<PlanParts> plans = [];
    private SeverityRuling ruling = SeverityRuling.Verified;
    private bool needsAgreement;
    private int levels = 4;
    private string zone = "UTC";

    public PolicyBuilder()
    {
        Always("24x7", "UTC");
        Calendar("office", "UTC", "mon-fri 09:00-17:00");
        Plan("plan");
    }

    private PlanParts Current => plans[^1];

    public PolicyBuilder In(string accountZone)
    {
        zone = accountZone;
        return this;
    }

    public PolicyBuilder Levels(int count)
    {
        levels = count;
        return this;
    }

    public PolicyBuilder Ruled(SeverityRuling by, bool changeNeedsAgreement = false)
    {
        (ruling, needsAgreement) = (by, changeNeedsAgreement);
        return this;
    }

    public PolicyBuilder Always(string id, string calendarZone)
    {
        calendars[id] = new PolicyCalendar(BusinessCalendar.Always(calendarZone, id), false, false, "test");
        return this;
    }

    public PolicyBuilder Calendar(string id, string calendarZone, string week, string? day = null, params string[] holidays)
    {
        var closed = holidays.Select(date => new CalendarException.Closed(new DateRule.OnDate(Times.Date(date)), "Holiday"));
        BusinessDay? length = day is null ? null : day == "same_time" ? new BusinessDay.SameTime() : new BusinessDay.Length(Times.Span(day));
        var calendar = BusinessCalendar.Create(id, calendarZone, Times.Week(week), closed, length).OrThrow();
        calendars[id] = new PolicyCalendar(calendar, false, false, "test");
        return this;
    }

    /// <summary>What follows belongs to another plan.</summary>
    public PolicyBuilder Plan(string id)
    {
        plans.Add(new PlanParts(id));
        return this;
    }

    /// <summary>One due time: an amount such as <c>2h</c> or <c>3 business_days</c>.</summary>
    public PolicyBuilder Within(
        MilestoneKind milestone, string amount, string calendar = "24x7", int level = 1, string pausedBy = "", Func<Timing, Timing>? with = null) =>
        Promise(milestone, new Commitment.Within(Terms(amount, calendar, pausedBy, with)), level);

    /// <summary>The longest silence allowed.</summary>
    public PolicyBuilder Every(
        MilestoneKind milestone, string amount, string calendar = "24x7", int level = 1, string pausedBy = "", Func<Timing, Timing>? with = null) =>
        Promise(milestone, new Commitment.Every(Terms(amount, calendar, pausedBy, with)), level);

    public PolicyBuilder Promise(MilestoneKind milestone, Commitment commitment, int level = 1, params TargetCondition[] conditions)
    {
        Current.Targets.Add((level, new Target { Milestone = milestone, Commitment = commitment, Conditions = [.. conditions], Source = "test" }));
        return this;
    }

    public PolicyBuilder Warn(params Warning[] warnings)
    {
        Current.Warnings = [.. warnings];
        return this;
    }

    public PolicyBuilder CloseAfter(string amount, string warnBefore, string calendar = "24x7")
    {
        Current.AutoClose = new AutoClose(Times.Amount(amount), calendar, Times.Span(warnBefore), "test");
        return this;
    }

    public PolicyBuilder Climb(Escalation escalation, int level = 1)
    {
        Current.Escalations[level] = escalation;
        return this;
    }

    public PolicyBuilder Ladder(params string[] roles)
    {
        ladders["ladder"] = new EscalationLadder("ladder", [.. roles.Select(LocalizedText.Of)], "test");
        return this;
    }

    public PolicyBuilder Exclude(string clause, params MilestoneKind[] milestones)
    {
        exclusions.Add(new Exclusion(clause, [.. milestones], LocalizedText.Of(clause), "test"));
        return this;
    }

    public PolicyBuilder Read(string reading, string answer, params TargetPatch[] patches)
    {
        readings.Add(new Reading(reading, LocalizedText.Of(reading), "document", [new ReadingOption(answer, LocalizedText.Of(answer), [.. patches], null)]));
        return this;
    }

    public Policy Build() => new()
    {
        Id = "test",
        Title = LocalizedText.Of("Test"),
        Version = "1",
        EffectiveFrom = new LocalDate(2020, 1, 1),
        Source = "test",
        Severities = new SeverityScheme
        {
            Ruling = ruling,
            ChangeNeedsAgreement = needsAgreement,
            Levels = [.. Enumerable.Range(1, levels).Select(level => new SeverityLevel(level, $"P{level}", LocalizedText.Of($"P{level}"), LocalizedText.Of("Test"), "test"))],
        },
        Calendars = calendars.ToImmutableSortedDictionary(),
        Ladders = ladders.ToImmutableSortedDictionary(),
        Features = [],
        Plans = [.. plans.Select(plan => plan.Build())],
        Readings = [.. readings],
        Exclusions = [.. exclusions],
    };

    public static PlanReference Reference(string plan, string zone = "UTC", params (string Reading, string Answer)[] readings) =>
        new("test-revision", plan, new ServiceTerms { TimeZone = zone, Readings = readings.ToImmutableSortedDictionary(chosen => chosen.Reading, chosen => chosen.Answer) });

    /// <summary>The terms of every plan under the document's own readings.</summary>
    public PlanBook Book(params (string Reading, string Answer)[] chosen)
    {
        var policy = Build();
        return plans.Select(plan => Reference(plan.Id, zone, chosen)).Aggregate(
            new PlanBook(ImmutableDictionary<PlanReference, PlanTerms>.Empty),
            (book, reference) => book.With(reference, PlanTerms.Resolve(policy, reference.Plan, reference.Terms).OrThrow()));
    }

    private static Timing Terms(string amount, string calendar, string pausedBy, Func<Timing, Timing>? with)
    {
        var timing = new Timing
        {
            Amount = Times.Amount(amount),
            Calendar = calendar,
            PausedBy = [.. pausedBy.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        };
        return with is null ? timing : with(timing);
    }

    private sealed class PlanParts(string id)
    {
        public string Id => id;

        public List<(int Level, Target Target)> Targets { get; } = [];

        public Dictionary<int, Escalation> Escalations { get; } = [];

        public ImmutableArray<Warning> Warnings { get; set; } = [];

        public AutoClose? AutoClose { get; set; }

        public Plan Build() => new()
        {
            Id = id,
            Title = LocalizedText.Of(id),
            Features = ImmutableSortedDictionary<string, FeatureValue>.Empty,
            Targets = Targets.GroupBy(entry => entry.Level, entry => entry.Target)
                .ToImmutableSortedDictionary(level => level.Key, level => level.ToImmutableArray()),
            Escalations = Escalations.ToImmutableSortedDictionary(),
            Warnings = Warnings,
            AutoClose = AutoClose,
            Channels = new Channels([], OtherChannels.Refused, "test"),
            Source = "test",
        };
    }
}
