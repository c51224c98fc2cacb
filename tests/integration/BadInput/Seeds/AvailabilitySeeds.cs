using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Integration.Tests.Entitlements;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests about availability.</summary>
internal sealed class AvailabilitySeeds(EntitlementsHost host)
{
    private static readonly DateTimeOffset May = new(2026, 5, 3, 22, 0, 0, TimeSpan.Zero);

    private AvailabilityService.AvailabilityServiceClient Client => host.Availability;

    public Dictionary<string, Seed[]> All => new()
    {
        ["AvailabilityService.CreateMaintenanceWindow"] = [Seed.After(async cancel => Announcing(await AccountAsync(cancel))) with { Repeats = true }],
        ["AvailabilityService.ListMaintenanceWindows"] = [Seed.After(async cancel => new ListMaintenanceWindowsRequest { Parent = await AccountAsync(cancel), Instance = "cloud", PageSize = 2 })],
        ["AvailabilityService.CancelMaintenanceWindow"] = [Seed.After(async cancel =>
        {
            var window = await Client.CreateMaintenanceWindowAsync(Announcing(await AccountAsync(cancel)), cancellationToken: cancel);
            return new CancelMaintenanceWindowRequest { Name = window.Name, Etag = window.Etag };
        })],
        ["AvailabilityService.ReportDowntime"] = [Seed.After(async cancel => Reporting(await AccountAsync(cancel), May.AddDays(1))) with { Repeats = true }],
        ["AvailabilityService.EndDowntime"] = [Seed.After(async cancel =>
        {
            var downtime = await Client.ReportDowntimeAsync(Reporting(await AccountAsync(cancel), null), cancellationToken: cancel);
            return new EndDowntimeRequest { Name = downtime.Name, EndTime = At(May.AddDays(2)), Etag = downtime.Etag };
        })],
        ["AvailabilityService.ListDowntimes"] = [Seed.After(async cancel => new ListDowntimesRequest { Parent = await AccountAsync(cancel), Instance = "cloud", PageSize = 2 })],
        ["AvailabilityService.ExcludeDowntime"] = [Seed.After(async cancel =>
        {
            var downtime = await Client.ReportDowntimeAsync(Reporting(await AccountAsync(cancel), May.AddDays(1)), cancellationToken: cancel);
            return new ExcludeDowntimeRequest { Name = downtime.Name, Exclusion = DowntimeExclusion.ForceMajeure, Evidence = "the storm", Actor = "ops", Etag = downtime.Etag };
        })],
        ["AvailabilityService.RevertDowntimeExclusion"] = [Seed.After(async cancel =>
        {
            var downtime = await Client.ReportDowntimeAsync(Reporting(await AccountAsync(cancel), May.AddDays(1)), cancellationToken: cancel);
            var excluded = await Client.ExcludeDowntimeAsync(
                new ExcludeDowntimeRequest
                {
                    Name = downtime.Name, Exclusion = DowntimeExclusion.ForceMajeure, Evidence = "the storm", Actor = "ops", Etag = downtime.Etag, RequestId = Given.NewRequestId(),
                },
                cancellationToken: cancel);
            return new RevertDowntimeExclusionRequest { Name = excluded.Name, Actor = "ops", Reason = "no storm", Etag = excluded.Etag };
        })],
        ["AvailabilityService.SetInstance"] = [Seed.After(async cancel => new SetInstanceRequest
        {
            Parent = await AccountAsync(cancel), Instance = new Instance { Label = "cloud", Operator = InstanceOperator.Subcontractor },
        }) with { Repeats = true }],
        ["AvailabilityService.ListInstances"] = [Seed.After(async cancel => new ListInstancesRequest { Parent = await AccountAsync(cancel) })],
        ["AvailabilityService.ComputeAvailability"] = [Seed.Of(() => new ComputeAvailabilityRequest
        {
            Plan = "policies/xtm/plans/gold", ServiceDuration = Hours(720), MaintenanceDuration = Hours(4), DowntimeDuration = Hours(2),
        })],
        ["AvailabilityService.GetAvailability"] = [Seed.After(async cancel => new GetAvailabilityRequest { Account = await AccountAsync(cancel), Instance = "cloud", Month = Given.Day(2026, 5, 1) })],
        ["AvailabilityService.ClaimCredit"] = [Seed.After(async cancel =>
        {
            var account = await AccountAsync(cancel);
            await Client.ReportDowntimeAsync(Reporting(account, May.AddDays(1)), cancellationToken: cancel);
            return new ClaimCreditRequest { Account = account, Instance = "cloud", Month = Given.Day(2026, 5, 1), MonthlyFee = new Money { CurrencyCode = "EUR", Units = 1200 } };
        })],
    };

    private static Timestamp At(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    private static Duration Hours(int hours) => new() { Seconds = hours * 3600L };

    private static CreateMaintenanceWindowRequest Announcing(string account) => new()
    {
        Parent = account,
        MaintenanceWindow = new MaintenanceWindow
        {
            Instance = "cloud",
            StartTime = At(May),
            EndTime = At(May.AddHours(1)),
            Kind = MaintenanceKind.Scheduled,
            NoticeTime = At(May.AddDays(-2)),
        },
        RequestId = Given.NewRequestId(),
    };

    private static ReportDowntimeRequest Reporting(string account, DateTimeOffset? end) => new()
    {
        Parent = account,
        Downtime = new Downtime { Instance = "cloud", StartTime = At(May), EndTime = end is { } time ? At(time) : null },
        RequestId = Given.NewRequestId(),
    };

    private async Task<string> AccountAsync(CancellationToken cancel) => await host.AccountOnAsync("xtm/plans/gold", cancel);
}
