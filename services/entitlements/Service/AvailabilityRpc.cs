using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Entitlements.Figures;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Service;

/// <summary>The figure of given hours; maintenance, downtime and credits come with the coverage work.</summary>
internal sealed class AvailabilityRpc(AvailabilityCalculator calculator) : AvailabilityService.AvailabilityServiceBase
{
    public override Task<ComputeAvailabilityResponse> ComputeAvailability(ComputeAvailabilityRequest request, ServerCallContext context) =>
        calculator.RunAsync(request, context.CancellationToken);

    public override Task<MaintenanceWindow> CreateMaintenanceWindow(CreateMaintenanceWindowRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CreateMaintenanceWindow), PlannedWork.Coverage);

    public override Task<ListMaintenanceWindowsResponse> ListMaintenanceWindows(ListMaintenanceWindowsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListMaintenanceWindows), PlannedWork.Coverage);

    public override Task<MaintenanceWindow> CancelMaintenanceWindow(CancelMaintenanceWindowRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CancelMaintenanceWindow), PlannedWork.Coverage);

    public override Task<Downtime> ReportDowntime(ReportDowntimeRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReportDowntime), PlannedWork.Coverage);

    public override Task<ListDowntimesResponse> ListDowntimes(ListDowntimesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListDowntimes), PlannedWork.Coverage);

    public override Task<Downtime> ExcludeDowntime(ExcludeDowntimeRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ExcludeDowntime), PlannedWork.Coverage);

    public override Task<AvailabilityStatement> GetAvailability(GetAvailabilityRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GetAvailability), PlannedWork.Coverage);

    public override Task<Credit> ClaimCredit(ClaimCreditRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ClaimCredit), PlannedWork.Coverage);
}
