namespace SlaPlatform.Clocks.Health;

/// <summary>A silo of the cluster, and what it said.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Status">What the asking silo knows of it.</param>
/// <param name="Report">What it said; null when it did not answer in time.</param>
internal sealed record SiloAnswer(SiloAddress Address, SiloStatus Status, SiloReport? Report);
