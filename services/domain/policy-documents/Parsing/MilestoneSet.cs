using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads sets of milestones.</summary>
internal static class MilestoneSet
{
    public static ImmutableSortedSet<MilestoneKind> Parse(ParseLog log, DocumentNode? node, string path)
    {
        var milestones = ImmutableSortedSet.CreateBuilder<MilestoneKind>();
        foreach (var item in log.Items(node, path))
        {
            if (log.Choice(item, path, PolicyVocabulary.Milestones, out var milestone))
            {
                milestones.Add(milestone);
            }
        }

        return milestones.ToImmutable();
    }
}
