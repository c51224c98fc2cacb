namespace SlaPlatform.Clocks.Simulation;

/// <summary>What an answer shows beside the ticket and its milestones.</summary>
[Flags]
internal enum SimulationDetail
{
    None = 0,

    /// <summary>The facts and signals.</summary>
    Record = 1,

    /// <summary>How each due time comes about.</summary>
    Derivations = 2,
}
