using NodaTime;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Watching;

/// <summary>What a watcher knows of a ticket.</summary>
/// <param name="Due">The due time of each milestone that has one, by the milestone's id.</param>
internal sealed record WatchedTicket(string Name, string Account, int Level, IReadOnlyDictionary<string, WatchedTicket.DueMilestone> Due, string LastEvent, Instant LastEventTime)
{
    /// <summary>A milestone that runs.</summary>
    internal sealed record DueMilestone(MilestoneKind Kind, Instant DueTime);

    /// <summary>The milestone that is due first; null when none runs.</summary>
    public DueMilestone? Next => Due.Values.OrderBy(due => due.DueTime).ThenBy(due => due.Kind).FirstOrDefault();
}
