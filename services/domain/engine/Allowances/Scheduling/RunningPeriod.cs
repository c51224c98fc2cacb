using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances.Scheduling;

/// <summary>A period while the schedule walks through it.</summary>
internal sealed record RunningPeriod
{
    public required Instant Start { get; init; }

    /// <summary>Its regular end; the subscription may end before.</summary>
    public required Instant RegularEnd { get; init; }

    /// <summary>The day after its last regular one.</summary>
    public required LocalDate Next { get; init; }

    /// <summary>Days of the regular period, whenever in it this one began.</summary>
    public required int RegularDays { get; init; }

    /// <summary>The zone it was opened in: another zone counts from the next period on.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What it is granted by; null since a change to a plan without.</summary>
    public required AllowanceRule? Rule { get; init; }

    /// <summary>What it is booked by.</summary>
    public required AllowanceRule BookedBy { get; init; }

    /// <summary>Which warnings of its end have been given, in days before it.</summary>
    public ImmutableSortedSet<int> Warned { get; init; } = [];

    public Instant EndIn(AllowanceTerm term) => Instant.Min(RegularEnd, Instant.Max(term.End, term.From));

    public AllowancePeriod In(AllowanceTerm term) => new(Start, EndIn(term), BookedBy);
}
