using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Entitlements.Availability;
using SlaPlatform.Entitlements.Figures;

namespace SlaPlatform.Entitlements.Service;

/// <summary>Availability guarantees.</summary>
internal sealed class AvailabilityRpc(
    AvailabilityCalculator calculator,
    MaintenanceOperations maintenance,
    DowntimeOperations downtimes,
    ExclusionOperations exclusions,
    InstanceOperations instances,
    StatementOperations statements) : AvailabilityService.AvailabilityServiceBase
{
    public override Task<ComputeAvailabilityResponse> ComputeAvailability(ComputeAvailabilityRequest request, ServerCallContext context) =>
        calculator.RunAsync(request, context.CancellationToken);

    public override Task<MaintenanceWindow> CreateMaintenanceWindow(CreateMaintenanceWindowRequest request, ServerCallContext context) =>
        context.Answer(maintenance.CreateAsync(request, context.CancellationToken));

    public override Task<ListMaintenanceWindowsResponse> ListMaintenanceWindows(ListMaintenanceWindowsRequest request, ServerCallContext context) =>
        maintenance.ListAsync(request, context.CancellationToken);

    public override Task<MaintenanceWindow> CancelMaintenanceWindow(CancelMaintenanceWindowRequest request, ServerCallContext context) =>
        context.Answer(maintenance.CancelAsync(request, context.CancellationToken));

    public override Task<Downtime> ReportDowntime(ReportDowntimeRequest request, ServerCallContext context) =>
        context.Answer(downtimes.ReportAsync(request, context.CancellationToken));

    public override Task<Downtime> EndDowntime(EndDowntimeRequest request, ServerCallContext context) =>
        context.Answer(downtimes.EndAsync(request, context.CancellationToken));

    public override Task<ListDowntimesResponse> ListDowntimes(ListDowntimesRequest request, ServerCallContext context) =>
        downtimes.ListAsync(request, context.CancellationToken);

    public override Task<Downtime> ExcludeDowntime(ExcludeDowntimeRequest request, ServerCallContext context) =>
        context.Answer(exclusions.ExcludeAsync(request, context.CancellationToken));

    public override Task<Downtime> RevertDowntimeExclusion(RevertDowntimeExclusionRequest request, ServerCallContext context) =>
        context.Answer(exclusions.RevertAsync(request, context.CancellationToken));

    public override Task<Instance> SetInstance(SetInstanceRequest request, ServerCallContext context) =>
        context.Answer(instances.SetAsync(request, context.CancellationToken));

    public override Task<ListInstancesResponse> ListInstances(ListInstancesRequest request, ServerCallContext context) =>
        instances.ListAsync(request, context.CancellationToken);

    public override Task<AvailabilityStatement> GetAvailability(GetAvailabilityRequest request, ServerCallContext context) =>
        statements.GetAsync(request, context.CancellationToken);

    public override Task<Credit> ClaimCredit(ClaimCreditRequest request, ServerCallContext context) =>
        context.Answer(statements.ClaimAsync(request, context.CancellationToken));
}
