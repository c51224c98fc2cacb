using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A question that a policy's source leaves open: the document's own answer is the default, others are named.</summary>
/// <param name="Id">The question's id in its policy, for example <c>sev2-start</c>.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Default">The name of the default answer, the one that the document's targets already hold.</param>
/// <param name="Options">The other answers.</param>
public sealed record Reading(string Id, LocalizedText Title, string Default, ImmutableArray<ReadingOption> Options)
{
    /// <summary>All answers by name, the default first.</summary>
    public IEnumerable<string> Names => Options.Select(option => option.Name).Prepend(Default);
}
