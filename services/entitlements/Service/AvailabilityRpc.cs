using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Availability, maintenance and credits: all of it comes with the coverage work.</summary>
internal sealed class AvailabilityRpc : AvailabilityService.AvailabilityServiceBase
{
    private const string Coverage = "the coverage work";

    public override Task<MaintenanceWindow> CreateMaintenanceWindow(CreateMaintenanceWindowRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CreateMaintenanceWindow), Coverage);

    public override Task<ListMaintenanceWindowsResponse> ListMaintenanceWindows(ListMaintenanceWindowsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListMaintenanceWindows), Coverage);

    public override Task<MaintenanceWindow> CancelMaintenanceWindow(CancelMaintenanceWindowRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CancelMaintenanceWindow), Coverage);

    public override Task<Downtime> ReportDowntime(ReportDowntimeRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReportDowntime), Coverage);

    public override Task<ListDowntimesResponse> ListDowntimes(ListDowntimesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListDowntimes), Coverage);

    public override Task<Downtime> ExcludeDowntime(ExcludeDowntimeRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ExcludeDowntime), Coverage);

    public override Task<AvailabilityStatement> GetAvailability(GetAvailabilityRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GetAvailability), Coverage);

    public override Task<Credit> ClaimCredit(ClaimCreditRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ClaimCredit), Coverage);
}
