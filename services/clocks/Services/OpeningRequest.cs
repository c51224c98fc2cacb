using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>A checked request to open a ticket.</summary>
/// <param name="TicketId">The id given, or the one derived from the request id.</param>
/// <param name="ReceivedTime">When it was received; null for now.</param>
/// <param name="Mark">What makes a repeat the same request.</param>
internal sealed record OpeningRequest(string TicketId, Instant? ReceivedTime, RequestMark Mark)
{
    private const int IdentityCharacters = 254;
    private const int OverrideCharacters = 4096;

    /// <summary>Checks the fields.</summary>
    /// <exception cref="Rpc.Errors.RefusalException">There are violations.</exception>
    public static OpeningRequest Read(Wire.OpenTicketRequest request, Instant now)
    {
        var checks = new RequestChecks();
        var read = Read(checks, "", request, now);
        checks.ThrowIfAny();
        return read with { Mark = new RequestMark(read.Mark.Id, RequestDigest.Of(request)) };
    }

    /// <summary>Checks the fields of an opening that is part of another message; what it gives counts only if nothing is wrong.</summary>
    /// <param name="checks">Takes the violations.</param>
    /// <param name="field">The field that holds the opening.</param>
    /// <param name="request">The opening.</param>
    /// <param name="now">The present.</param>
    /// <returns>The request; its mark has no digest yet.</returns>
    public static OpeningRequest Read(RequestChecks checks, string field, Wire.OpenTicketRequest request, Instant now)
    {
        string At(string part) => FieldPath.Join(field, part);
        var requestId = checks.RequestId(request.RequestId, At("request_id"));
        var given = request.TicketId.Length == 0 ? "" : checks.Id(At("ticket_id"), request.TicketId);
        checks.RequiredName<AccountName>(At("account"), request.Account);
        checks.Name<ContactName>(At("contact"), request.Contact);
        checks.Name<SubscriptionName>(At("subscription"), request.Subscription);
        checks.Specified(At("channel"), request.Channel);
        checks.Text(At("channel_identity"), request.ChannelIdentity, IdentityCharacters);
        checks.Text(At("product"), request.Product, Limits.TitleCharacters);
        checks.Text(At("report.product"), request.Report?.Product ?? "", Limits.TitleCharacters);
        checks.Known(At("environment"), request.Environment);
        checks.Text(At("override_reason"), request.OverrideReason, OverrideCharacters);
        checks.Text(At("reference"), request.Reference, Limits.TitleCharacters);
        if (request.HasClaimedLevel)
        {
            checks.Level(At("claimed_level"), request.ClaimedLevel);
        }

        if (request.HasLevel)
        {
            checks.Level(At("level"), request.Level);
        }

        // Refused here already, so that nobody is asked what held at a time that has not come.
        var received = checks.Time(At("effective_time"), request.EffectiveTime);
        if (received > now + TicketClock.Tolerance)
        {
            checks.Add(ErrorReason.FactInFuture, At("effective_time"), $"{received} lies in the future (it is {now}); give a time up to now, or none for now.");
        }

        if (request is { Product.Length: > 0, Report.Product.Length: > 0 } && request.Product != request.Report.Product)
        {
            checks.Add(ErrorReason.FieldOutOfRange, At("report.product"), "It is another one than product; give one of the two, or the same in both.");
        }

        var id = given.Length > 0 ? given : requestId.Length > 0 ? TicketIds.Of(requestId) : "";
        return new OpeningRequest(id, received, new RequestMark(requestId, ""));
    }

    /// <summary>The opening as the engine takes it. A level that nobody gave is the one that the policy's rules propose, taken as the reporter's claim.</summary>
    public static Fact.Opened Opening(Wire.OpenTicketRequest request, PlanReference plan, int? proposed, string? exemptReason, string? waitingReason = null) => new()
    {
        Plan = plan,
        ClaimedLevel = request.HasClaimedLevel ? request.ClaimedLevel : request.HasLevel ? request.Level : proposed,
        VerifiedLevel = request.HasLevel ? request.Level : null,
        Production = request.Environment switch
        {
            Wire.DeploymentEnvironment.Production => true,
            Wire.DeploymentEnvironment.NonProduction => false,
            _ => request.Report?.Environment switch
            {
                ReportEnvironment.Production => true,
                ReportEnvironment.NonProduction => false,
                _ => null,
            },
        },
        Unusable = request.Report?.Availability switch
        {
            Availability.Down or Availability.NotServingContent => true,
            Availability.Up or Availability.Degraded => false,
            _ => null,
        },
        TargetsExemptReason = exemptReason,
        WaitingReason = waitingReason,
    };

    /// <summary>The product concerned, wherever the request names it; empty when it names none.</summary>
    public static string ProductOf(Wire.OpenTicketRequest request) => request.Product.Length > 0 ? request.Product : request.Report?.Product ?? "";

    /// <summary>The report as triage takes it: with the environment and product that the request names.</summary>
    public static IncidentReport ReportOf(Wire.OpenTicketRequest request)
    {
        var report = request.Report?.Clone() ?? new IncidentReport();
        if (request.Environment != Wire.DeploymentEnvironment.Unspecified)
        {
            report.Environment = request.Environment == Wire.DeploymentEnvironment.Production ? ReportEnvironment.Production : ReportEnvironment.NonProduction;
        }

        report.Product = ProductOf(request);
        return report;
    }

    /// <summary>What is kept of how the ticket came in.</summary>
    public static Intake IntakeOf(Wire.OpenTicketRequest request, CheckEntitlementResponse check) => new()
    {
        Account = request.Account,
        Contact = check.Contact,
        Subscription = check.Subscription,
        Channel = request.Channel.ToWord(),
        ChannelIdentity = request.ChannelIdentity,
        Product = ProductOf(request),
        OverrideReason = request.OverrideReason,
        Reference = request.Reference,
    };
}
