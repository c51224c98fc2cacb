using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Judges how a request came against the plan's channels.</summary>
internal static class ChannelCheck
{
    public static (EntitlementRefusal? Refusal, Exemption? Exemption) Of(Plan plan, EntitlementRequest request, Contact? contact)
    {
        var channels = plan.Channels;
        if (channels.Accepted.IsEmpty || channels.Accepted.Any(rule => Admits(rule, request, contact)))
        {
            return (null, null);
        }

        var accepted = string.Join(", ", channels.Accepted.Select(Describe));
        return channels.Others == OtherChannels.Untimed
            ? (null, new Exemption(KindFor(channels, request), $"Targets apply to requests by {accepted} only; this one came by {request.Channel}.", channels.Source))
            : (new EntitlementRefusal(
                RefusalReason.ChannelNotInPlan, $"Plan {plan.Id} takes no such request by {request.Channel}; use {accepted}.", channels.Source), null);
    }

    private static ExemptionKind KindFor(Channels channels, EntitlementRequest request) =>
        channels.Accepted.Any(rule => rule.Channel == request.Channel) ? ExemptionKind.Requester : ExemptionKind.Channel;

    private static bool Admits(ChannelRule rule, EntitlementRequest request, Contact? contact) =>
        rule.Channel == request.Channel
        && (rule.From == ChannelUser.Contact
            || (contact is { Kind: ContactKind.NamedEmailUser } && contact.InForceAt(request.ReceivedAt)));

    private static string Describe(ChannelRule rule) =>
        rule.From == ChannelUser.NamedEmailUser ? $"{rule.Channel} from a named e-mail user" : rule.Channel;
}
