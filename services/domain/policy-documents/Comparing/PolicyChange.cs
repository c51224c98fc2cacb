using System.Collections.Immutable;

namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>One difference between two policies.</summary>
/// <param name="Path">Where, from the outside in.</param>
/// <param name="From">What the earlier one states; null when it states nothing there.</param>
/// <param name="To">What the later one states; null when it states nothing there.</param>
public sealed record PolicyChange(ImmutableArray<PathStep> Path, StatedValue? From, StatedValue? To)
{
    /// <summary>The id of the plan that it is about; null when it concerns the whole policy.</summary>
    public string? PlanId => Path is [{ Text: "plans", IsId: false }, { IsId: true, Text: var plan }, ..] ? plan : null;
}
