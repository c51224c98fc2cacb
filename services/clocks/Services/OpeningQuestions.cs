using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>What the other services are asked before a ticket opens.</summary>
internal sealed class OpeningQuestions(EntitlementService.EntitlementServiceClient entitlements, TriageService.TriageServiceClient triage)
{
    /// <summary>What the subscription adds to the plan.</summary>
    public static ServiceTerms TermsOf(CheckEntitlementResponse check)
    {
        var checks = new RequestChecks();
        var terms = TermsMapping.Read(checks, "", check.TimeZone, check.Readings, check.CalendarOverrides, check.Holidays);
        return checks.IsSound ? terms : throw new InvalidDataException($"The entitlement service gave terms that cannot be read: {checks.Violations[0]}");
    }

    /// <summary>Why no target applies, or null.</summary>
    public static string? ExemptReason(CheckEntitlementResponse check, AssessSeverityResponse? assessment) =>
        !check.TargetsApply ? check.ExemptMessage.Length > 0 ? check.ExemptMessage : check.ExemptReason.ToString()
        : assessment is { Diverted: true, Diversion: { } diversion } ? $"Diverted under {diversion.Clause}: {diversion.Reason}"
        : null;

    /// <summary>For what support waits on the customer from the opening on, or null: an unsupported version is answered with the request to upgrade.</summary>
    public static string? WaitingReason(AssessSeverityResponse? assessment) =>
        assessment?.VersionSupport is { State: VersionState.Unsupported, WaitingReason: { Length: > 0 } reason } ? reason : null;

    /// <summary>Refuses a request that the policy diverts; of the past, such tickets are kept without targets.</summary>
    /// <exception cref="RefusalException">It is diverted.</exception>
    public static void RequireClocked(CheckEntitlementResponse check, AssessSeverityResponse? assessment)
    {
        if (assessment is { Diverted: true, Diversion: { } diversion })
        {
            throw Refusals.RequestDiverted(check.Plan, diversion.Clause, $"Not clocked under clause {diversion.Clause} ({diversion.Source}): {diversion.Reason} {diversion.SendTo}");
        }
    }

    /// <summary>The question whether the contact may open it.</summary>
    public static CheckEntitlementRequest CheckOf(Wire.OpenTicketRequest request, Timestamp? received) => new()
    {
        Account = request.Account,
        Contact = request.Contact,
        Channel = request.Channel,
        ChannelIdentity = request.ChannelIdentity,
        Product = OpeningRequest.ProductOf(request),
        AsOfTime = received,
        Subscription = request.Subscription,
    };

    /// <summary>Whether the contact may open it, and under which terms.</summary>
    /// <param name="request">The request.</param>
    /// <param name="received">When it was received; null for now.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RefusalException">The contact may not, or the entitlement service does not answer.</exception>
    public async Task<CheckEntitlementResponse> Check(Wire.OpenTicketRequest request, Timestamp? received, CancellationToken cancellation)
    {
        var check = await Upstream.Ask(ServiceDefaults.ResourceNames.Entitlements, async () => await entitlements.CheckEntitlementAsync(
            CheckOf(request, received), cancellationToken: cancellation));
        return check.Allowed ? check : throw Refused(request.Account, check);
    }

    private static RefusalException Refused(string account, CheckEntitlementResponse check)
    {
        var reason = check.Refusals.Count > 0 ? check.Refusals[0].Reason : ErrorReason.NoSubscription;
        var message = string.Join(" ", check.Refusals.Select(refusal => refusal.Message));
        return reason is ErrorReason.RegionNotServed or ErrorReason.AmbiguousSubscription
            ? Refusals.FailedPrecondition(reason, account, message)
            : Refusals.PermissionDenied(reason, account, message);
    }

    /// <summary>Who takes it.</summary>
    /// <param name="request">The request to open.</param>
    /// <param name="check">What the account is entitled to.</param>
    /// <param name="level">The level it opens with.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RefusalException">The entitlement service does not answer.</exception>
    public Task<RouteTicketResponse> Route(Wire.OpenTicketRequest request, CheckEntitlementResponse check, int level, CancellationToken cancellation) =>
        Upstream.Ask(ServiceDefaults.ResourceNames.Entitlements, async () => await entitlements.RouteTicketAsync(
            new RouteTicketRequest { Account = check.Account, Channel = request.Channel, Level = level, AsOfTime = request.EffectiveTime, Subscription = check.Subscription },
            cancellationToken: cancellation));

    /// <summary>How grave it is; null when the request says so itself.</summary>
    /// <param name="request">The request to open.</param>
    /// <param name="check">What the account is entitled to.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <param name="field">The field that holds the request to open; empty for the request itself.</param>
    /// <exception cref="RefusalException">Triage refuses the report or the level, or does not answer.</exception>
    public async Task<AssessSeverityResponse?> Assess(Wire.OpenTicketRequest request, CheckEntitlementResponse check, CancellationToken cancellation, string field = "")
    {
        if (request.Report is null && request.SeverityCase != Wire.OpenTicketRequest.SeverityOneofCase.None)
        {
            return null;
        }

        var ask = new AssessSeverityRequest
        {
            Policy = check.Plan,
            Report = OpeningRequest.ReportOf(request),
            // A version is judged by what was known when the ticket was received; the plan names the revision already.
            AsOfTime = request.EffectiveTime,
            OverrideReason = request.OverrideReason,
            Readings = { check.Readings },
            // Refusals are in English.
            Language = "en",
        };
        if (request.SeverityCase == Wire.OpenTicketRequest.SeverityOneofCase.ClaimedLevel)
        {
            ask.ClaimedLevel = request.ClaimedLevel;
        }
        else if (request.SeverityCase == Wire.OpenTicketRequest.SeverityOneofCase.Level)
        {
            ask.VerifiedLevel = request.Level;
        }

        try
        {
            return await Upstream.Ask(ServiceDefaults.ResourceNames.Triage, async () => await triage.AssessSeverityAsync(ask, cancellationToken: cancellation));
        }
        catch (RpcException e) when (TriageFaults.Of(e, field) is { } refusal)
        {
            throw refusal;
        }
    }
}
