using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A named answer other than the default.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it says.</param>
/// <param name="Patches">What it replaces in the targets.</param>
/// <param name="Ruling">Whose severity rules under it, or null to leave that.</param>
public sealed record ReadingOption(string Name, LocalizedText Title, ImmutableArray<TargetPatch> Patches, SeverityRuling? Ruling);
