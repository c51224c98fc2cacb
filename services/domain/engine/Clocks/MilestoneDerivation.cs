using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How a milestone's due time or breach comes about, in a form that can be added up by hand.</summary>
/// <param name="Milestone">How the milestone stands.</param>
/// <param name="Start">The event it is counted from.</param>
/// <param name="End">Where the derivation ends: the due time, or when it was met or asked about while it stands still.</param>
/// <param name="Segments">Contiguous, in order, from <paramref name="Start"/> to <paramref name="End"/>.</param>
/// <param name="Landing">What the sum says, in one English sentence.</param>
public sealed record MilestoneDerivation(
    MilestoneView Milestone, Instant Start, Instant End, ImmutableArray<DerivationSegment> Segments, string Landing);
