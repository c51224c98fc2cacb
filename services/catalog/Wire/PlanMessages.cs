using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using Plan = SlaPlatform.Engine.Policies.Plan;
using Target = SlaPlatform.Engine.Policies.Target;
using WirePlan = SlaPlatform.Contracts.Catalog.V1.Plan;

namespace SlaPlatform.Catalog.Wire;

/// <summary>Plans as messages.</summary>
internal static class PlanMessages
{
    /// <summary>The plan as a message, under the default readings.</summary>
    public static WirePlan ToProto(this Plan plan, Publication publication, string language)
    {
        var policy = publication.Policy;
        var words = FeatureWords.In(language);
        return new WirePlan
        {
            Name = new PlanName(policy.Id, plan.Id).Format(),
            RevisionName = new PlanName(policy.Id, plan.Id, publication.Revision.Id).Format(),
            Title = plan.Title.In(language),
            Features =
            {
                policy.Features.Select(feature => new Contracts.Catalog.V1.Feature
                {
                    Id = feature.Id,
                    Title = feature.Name.In(language),
                    Value = words.ToProto(plan.Features.GetValueOrDefault(feature.Id), language),
                }),
            },
            Targets = { Levels(policy, plan, plan.FindTarget, new TargetMapping(policy, language), language) },
            Timed = plan.Targets.Values.Any(targets => targets.Any(target => target.Commitment.IsTimed)),
            Channels = { Channels(plan) },
            Source = plan.Source,
        };
    }

    /// <summary>Every level and milestone about which a plan says something, by level, then milestone.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="targetOf">Finds the target of a level and milestone.</param>
    /// <param name="mapping">Maps targets.</param>
    /// <param name="language">The language of labels (BCP 47).</param>
    /// <param name="only">The only level wanted; null for all.</param>
    public static IEnumerable<LevelTarget> Levels(
        Engine.Policies.Policy policy, Plan plan, Func<int, MilestoneKind, Target?> targetOf, TargetMapping mapping, string language, int? only = null)
    {
        foreach (var level in policy.Severities.Levels.Where(level => only is null || level.Level == only))
        {
            var escalation = plan.Escalations.GetValueOrDefault(level.Level);
            foreach (var milestone in Enum.GetValues<MilestoneKind>())
            {
                var target = targetOf(level.Level, milestone);
                var promised = target is not null && target.Commitment is not Commitment.None;
                var climbs = Climbs(escalation, milestone, promised);
                if (promised || climbs)
                {
                    yield return new LevelTarget
                    {
                        Level = level.Level,
                        Label = level.Labels.In(language),
                        Milestone = milestone.ToProto(),
                        Target = mapping.ToProto(target),
                        Ladder = climbs ? mapping.ToProto(escalation) : null,
                    };
                }
            }
        }
    }

    private static bool Climbs(Escalation? escalation, MilestoneKind milestone, bool promised) => escalation switch
    {
        Escalation.AtInterval interval => interval.Follows == milestone,
        Escalation.OnBreach breach => promised && (breach.Follows.IsEmpty || breach.Follows.Contains(milestone)),
        _ => false,
    };

    private static IEnumerable<Channel> Channels(Plan plan) => plan.Channels.Accepted.IsEmpty
        ? Enum.GetValues<Channel>().Where(channel => channel != Channel.Unspecified)
        : plan.Channels.Accepted.Select(rule => ChoiceMapping.ChannelOfWord(rule.Channel));
}
