using Google.Protobuf;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Rpc.Mapping;
using Policy = SlaPlatform.Contracts.Catalog.V1.Policy;

namespace SlaPlatform.Catalog.Wire;

/// <summary>Policies as messages.</summary>
internal static class PolicyMessages
{
    /// <summary>The revision as a message, without its document.</summary>
    public static Policy ToProto(this Publication publication, string language)
    {
        var policy = publication.Policy;
        return new Policy
        {
            Name = publication.Name.Format(),
            RevisionName = publication.RevisionName.Format(),
            Title = policy.Title.In(language),
            Version = policy.Version,
            EffectiveTime = publication.Revision.EffectiveTime.ToTimestamp(),
            SupersededTime = publication.SupersededTime?.ToTimestamp(),
            Source = policy.Source,
            DocumentSha256 = publication.Revision.ContentHash,
            Severities = { policy.Severities.Levels.Select(level => level.ToProto(language)) },
            RulingSeverity = policy.Severities.Ruling.ToProto(),
            PlanIds = { policy.Plans.Select(plan => plan.Id) },
            CalendarIds = { policy.Calendars.Keys },
            Readings =
            {
                policy.Readings.Select(reading => new ReadingChoice
                {
                    Id = reading.Id,
                    DefaultValue = reading.Default,
                    Values = { reading.Names },
                    Description = reading.Title.In(language),
                }),
            },
            Exclusions =
            {
                policy.Exclusions.Select(exclusion => new ExclusionClause
                {
                    Id = exclusion.Clause,
                    Description = exclusion.Text.In(language),
                    Milestones = { (exclusion.Exempts.IsEmpty ? Enum.GetValues<Engine.Policies.MilestoneKind>() : [.. exclusion.Exempts]).Select(kind => kind.ToProto()) },
                    Source = exclusion.Source,
                }),
            },
            Provisions = { policy.Provisions.Select(provision => ToProto(provision, language)) },
            ReportItems =
            {
                policy.ReportRequires.Select(item => new ReportItem
                {
                    Field = item.Field, Prompt = item.Text.In(language), AssignedByVendor = item.AssignedByVendor, Source = item.Source,
                }),
            },
            RefusedRegions =
            {
                policy.RefusedRegions.Select(region => new RefusedRegion
                {
                    Region = region.Region, Reason = region.Reason.In(language), Url = region.Url ?? "", Source = region.Source,
                }),
            },
            SeverityChangeNeedsAgreement = policy.Severities.ChangeNeedsAgreement,
        };
    }

    /// <summary>The revision as a message, with its document.</summary>
    public static Policy ToProtoWithDocument(this Publication publication, string language)
    {
        var message = publication.ToProto(language);
        message.Document = ByteString.CopyFrom(publication.Document.AsSpan());
        return message;
    }

    private static Provision ToProto(Engine.Policies.Provision provision, string language) => new()
    {
        Id = provision.Id,
        Description = provision.Text.In(language),
        Values = { provision.Values },
        Source = provision.Source,
    };
}
