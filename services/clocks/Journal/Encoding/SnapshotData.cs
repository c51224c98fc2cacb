using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A checkpoint as stored. Plans are named by their place in <see cref="Plans"/>; the first is the opening's.</summary>
internal sealed record SnapshotData
{
    public required int V { get; init; }

    public required string Fold { get; init; }

    public required int Position { get; init; }

    public Intake? Intake { get; init; }

    public required int Facts { get; init; }

    public required string Last { get; init; }

    public required string Reached { get; init; }

    public bool OpenEnded { get; init; }

    public required PlanData[] Plans { get; init; }

    public required FactData Opening { get; init; }

    public required CourseData Course { get; init; }

    public required CarriedData[] Carried { get; init; }

    public required SettledData[] Settled { get; init; }

    public required CountData[] Counts { get; init; }

    public required MomentData[] FirstBreaches { get; init; }

    public int RungCount { get; init; }

    public required RungData[] Rungs { get; init; }

    public required KeptData[] Signals { get; init; }

    public int Voided { get; init; }
}
