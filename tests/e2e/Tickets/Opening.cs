using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.EndToEnd.Tickets;

/// <summary>Requests to open tickets on the demonstration accounts.</summary>
internal static class Opening
{
    /// <summary>A request of contact <c>ana</c> of a plan's demonstration account.</summary>
    public static OpenTicketRequest On(string plan, int level, Channel channel = Channel.Web, bool unusable = false) => new()
    {
        Account = $"accounts/acme-{plan.Replace('/', '-')}",
        Contact = $"accounts/acme-{plan.Replace('/', '-')}/contacts/ana",
        Channel = channel,
        Environment = DeploymentEnvironment.Production,
        Level = level,
        Report = new IncidentReport
        {
            WhatFails = "The service does not answer.",
            Availability = unusable ? Contracts.Triage.V1.Availability.Down : Contracts.Triage.V1.Availability.Unspecified,
        },
        OverrideReason = "Set by the test.",
        RequestId = Guid.NewGuid().ToString(),
    };
}
