namespace SlaPlatform.PolicyDocuments;

/// <summary>Something in a sound document that its author should look at.</summary>
/// <param name="Line">Line of the text it is about, counted from 1.</param>
/// <param name="Column">Column of the text it is about, counted from 1.</param>
/// <param name="Path">Where it is, as <c>plans/gold/targets/3/initial_response</c>.</param>
/// <param name="Rule">The id of the rule, as <c>tier-slower</c>; see <see cref="PolicyLinter.Rules"/>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="AcceptedBecause">The reason the document gives for letting it stand, or null.</param>
public sealed record Finding(int Line, int Column, string Path, string Rule, string Message, string? AcceptedBecause)
{
    /// <summary>Whether the document accepts it.</summary>
    public bool IsAccepted => AcceptedBecause is not null;
}
