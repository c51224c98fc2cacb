namespace SlaPlatform.Engine.Policies;

/// <summary>One level of a policy's severity scale.</summary>
/// <param name="Level">1 is the gravest.</param>
/// <param name="Label">The vendor's own label (<c>P1</c>, <c>Severity 1</c>), in English.</param>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What belongs to it.</param>
/// <param name="Source">Where it is defined.</param>
public sealed record SeverityLevel(int Level, string Label, LocalizedText Name, LocalizedText Definition, string Source)
{
    /// <summary>The label in several languages; documents name the level by its English form, <see cref="Label"/>.</summary>
    public LocalizedText Labels { get; init; } = LocalizedText.Of(Label);
}
