namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A fold's state as stored.</summary>
internal sealed record CourseData
{
    public required StepData<int>[] Plans { get; init; }

    public required StepData<int?>[] Claimed { get; init; }

    public required StepData<int?>[] Verified { get; init; }

    public required StepData<int>[] Ruling { get; init; }

    public required StepData<string>[] Lines { get; init; }

    public required StepData<HoldData>[] Holds { get; init; }

    public required StepData<string[]>[] Exclusions { get; init; }

    public required StepData<string>[] Phases { get; init; }

    public required StepData<string>[] Cause { get; init; }

    public int? Agreed { get; init; }

    public bool Answered { get; init; }

    public MomentData? Waiting { get; init; }

    public CloseData? Close { get; init; }

    public string? ResolveTime { get; init; }

    public string? CloseTime { get; init; }

    public string? MergedInto { get; init; }

    public MomentData? Silence { get; init; }

    public MomentData? SilenceReply { get; init; }

    public string? Confirmed { get; init; }

    public string? WorkedAround { get; init; }

    public bool AgentSpoke { get; init; }

    public bool CustomerSpoke { get; init; }
}
