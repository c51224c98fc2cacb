using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Triage;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests of triage.</summary>
internal sealed class TriageSeeds(TriageHost host)
{
    private static readonly Timestamp Nine = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private static int _releases;

    private TriageService.TriageServiceClient Client => host.Client;

    public Dictionary<string, Seed[]> All => new()
    {
        ["TriageService.AssessSeverity"] = [Seed.Of(() => new AssessSeverityRequest
        {
            Policy = "policies/domo",
            AsOfTime = Nine,
            Report = Report(),
            ClaimedLevel = 1,
            VerifiedLevel = 2,
            OverrideReason = "It is down for one only.",
            Readings = { ["sev2-start"] = "gated" },
            Language = "en",
        })],
        ["TriageService.ListSeverities"] = [Seed.Of(() => new ListSeveritiesRequest { Policy = "policies/xtm", AsOfTime = Nine, Language = "en" })],
        ["TriageService.DecideExclusion"] = [Seed.After(DecidingAsync)],
        ["TriageService.AppealExclusion"] = [Seed.After(async cancel =>
        {
            var decision = await DecisionAsync(cancel);
            return new AppealExclusionRequest { Name = decision.Name, Reason = "It was your server.", Actor = "ana", Etag = decision.Etag };
        })],
        ["TriageService.DismissAppeal"] = [Seed.After(async cancel =>
        {
            var decision = await DecisionAsync(cancel);
            var appealed = await Client.AppealExclusionAsync(
                new AppealExclusionRequest { Name = decision.Name, Reason = "It was your server.", Actor = "ana", Etag = decision.Etag, RequestId = Guid.NewGuid().ToString() }, cancellationToken: cancel);
            return new DismissAppealRequest { Name = appealed.Name, Reason = "The log says otherwise.", Actor = "lee", Etag = appealed.Etag };
        })],
        ["TriageService.ReverseExclusion"] = [Seed.After(async cancel =>
        {
            var decision = await DecisionAsync(cancel);
            return new ReverseExclusionRequest { Name = decision.Name, Reason = "Agreed.", Actor = "lee", EffectiveTime = Nine, Etag = decision.Etag };
        })],
        ["TriageService.GetExclusion"] = [Seed.After(async cancel => new GetExclusionRequest { Name = (await DecisionAsync(cancel)).Name })],
        ["TriageService.ListExclusions"] =
        [
            Seed.After(async cancel => new ListExclusionsRequest { Ticket = (await DecisionAsync(cancel)).Ticket, PageSize = 2 }),
            Seed.Of(() => new ListExclusionsRequest { Account = "accounts/acme", PageSize = 2 }),
        ],
        ["TriageService.RecordRelease"] = [Seed.After(RecordingAsync)],
        ["TriageService.EndReleaseSupport"] = [Seed.After(async cancel =>
        {
            var release = await ReleaseAsync(cancel);
            return new EndReleaseSupportRequest { Name = release.Name, SupportEndTime = Nine, Etag = release.Etag };
        })],
        ["TriageService.GetRelease"] = [Seed.After(async cancel => new GetReleaseRequest { Name = (await ReleaseAsync(cancel)).Name })],
        ["TriageService.ListReleases"] = [Seed.Of(() => new ListReleasesRequest { Parent = "policies/xtm", Product = "cloud", PageSize = 2 })],
        ["TriageService.GetDisagreementStatistics"] =
            [Seed.Of(() => new GetDisagreementStatisticsRequest { Account = "accounts/acme", StartTime = new Timestamp { Seconds = Nine.Seconds - 86_400 }, EndTime = Nine })],
    };

    /// <summary>A report with every part that one can have.</summary>
    public static IncidentReport Report() => new()
    {
        Request = RequestKind.Incident,
        Environment = ReportEnvironment.Production,
        Availability = Availability.Down,
        Cause = Cause.Vendor,
        WhatFails = "Logging in",
        UserImpact = "Nobody works",
        StartTime = Nine,
        StepsToReproduce = "Log in",
        Logs = "none",
        ErrorMessages = "500",
        Product = "cloud",
        Version = "13.2",
        ThirdParty = "",
        Language = "en",
    };

    private async Task<DecideExclusionRequest> DecidingAsync(CancellationToken cancel) => new()
    {
        Ticket = await host.OpenTicketAsync("xtm", "gold", cancel),
        Clause = "third-party-products",
        Evidence = "the log",
        Decider = "kim",
        EffectiveTime = Nine,
        RequestId = Guid.NewGuid().ToString(),
    };

    private async Task<ExclusionDecision> DecisionAsync(CancellationToken cancel) => await Client.DecideExclusionAsync(await DecidingAsync(cancel), cancellationToken: cancel);

    private async Task<RecordReleaseRequest> RecordingAsync(CancellationToken cancel) => new()
    {
        Parent = "policies/xtm",
        Release = new Release
        {
            Product = "cloud",
            Version = $"{Interlocked.Increment(ref _releases)}.0",
            ReleaseTime = Nine,
            Routine = true,
            SupportEndTime = new Timestamp { Seconds = Nine.Seconds + 60 },
            FixedTickets = { new FixedTicket { Ticket = await host.OpenTicketAsync("xtm", "gold", cancel) } },
        },
        RequestId = Guid.NewGuid().ToString(),
    };

    private async Task<Release> ReleaseAsync(CancellationToken cancel) => await Client.RecordReleaseAsync(await RecordingAsync(cancel), cancellationToken: cancel);
}
