using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Integration.Tests.Entitlements;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests about allowances.</summary>
internal sealed class AllowanceSeeds(EntitlementsHost host)
{
    public Dictionary<string, Seed[]> All => new()
    {
        ["EntitlementService.GetBalances"] = [Seed.After(async cancel => new GetBalancesRequest { Account = await AccountAsync(cancel), AsOfTime = Now, Language = "en" })],
        ["EntitlementService.GrantAllowance"] = [Seed.After(async cancel => new GrantAllowanceRequest { Name = await NameAsync(cancel), Quantity = "2", Reason = "goodwill" }) with { Repeats = true }],
        ["EntitlementService.ReserveAllowance"] = [Seed.After(async cancel => new ReserveAllowanceRequest
        {
            Name = await NameAsync(cancel), Quantity = "2", Purpose = "review", HoldDuration = new Duration { Seconds = 3600 },
        })],
        ["EntitlementService.SettleReservation"] = [Seed.After(async cancel => new SettleReservationRequest { Name = (await ReservationAsync(cancel)).Name, Quantity = "1.5" })],
        ["EntitlementService.ReleaseReservation"] = [Seed.After(async cancel => new ReleaseReservationRequest { Name = (await ReservationAsync(cancel)).Name })],
        ["EntitlementService.GetReservation"] = [Seed.After(async cancel => new GetReservationRequest { Name = (await ReservationAsync(cancel)).Name })],
        ["EntitlementService.ConsumeAllowance"] =
            [Seed.After(async cancel => new ConsumeAllowanceRequest { Name = await NameAsync(cancel), Quantity = "1", Purpose = "review", EffectiveTime = Now })],
        ["EntitlementService.AdjustAllowance"] =
            [Seed.After(async cancel => new AdjustAllowanceRequest { Name = await NameAsync(cancel), Quantity = "-1", Reason = "counted twice", Actor = "ops" })],
        ["EntitlementService.ListLedgerEntries"] = [Seed.After(async cancel => new ListLedgerEntriesRequest { Parent = await NameAsync(cancel), PageSize = 2 })],
        ["EntitlementService.ListAllowanceSignals"] =
            [Seed.After(async cancel => new ListAllowanceSignalsRequest { Parent = await AccountAsync(cancel), StartTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(-30)), PageSize = 2 })],
    };

    private Timestamp Now => Timestamp.FromDateTimeOffset(host.Time.GetUtcNow());

    private async Task<string> AccountAsync(CancellationToken cancel) => await host.AccountOnAsync("xtm/plans/gold", cancel);

    private async Task<string> NameAsync(CancellationToken cancel) => $"{await AccountAsync(cancel)}/subscriptions/main/allowances/tam-hours";

    private async Task<Reservation> ReservationAsync(CancellationToken cancel) => await host.Client.ReserveAllowanceAsync(
        new ReserveAllowanceRequest { Name = await NameAsync(cancel), Quantity = "2", RequestId = Given.NewRequestId() }, cancellationToken: cancel);
}
