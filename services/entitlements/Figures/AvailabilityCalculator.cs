using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Figures;

/// <summary>The availability of a month whose hours the caller gives.</summary>
internal sealed class AvailabilityCalculator(PolicyFinder policies)
{
    public async Task<ComputeAvailabilityResponse> RunAsync(ComputeAvailabilityRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<PlanName>("plan", request.Plan);
        var hours = Hours(checks, request);
        checks.ThrowIfAny();
        var revision = await policies.FindAsync(name!.Policy, name.Revision, cancellation);
        var promise = AvailabilityGuarantees.Of(PolicyFinder.PlanOf(revision.Policy, name)) ?? throw Refusals.FailedPrecondition(
            ErrorReason.NoAvailabilityGuarantee, name.Format(), $"{name.Format()} guarantees no availability; ask for a plan that does.");
        var figure = new AvailabilityFigure(hours!, promise);
        return new ComputeAvailabilityResponse
        {
            Plan = new PlanName(name.Policy, name.Plan, revision.Id).Format(),
            MeasuredDuration = hours!.Measured.ToProtobufDuration(),
            AvailabilityPercent = figure.Percent.ToString(CultureInfo.InvariantCulture),
            GuaranteePercent = figure.GuaranteePercent.ToString(CultureInfo.InvariantCulture),
            Breached = figure.IsBreached,
            CreditPercent = figure.CreditPercent?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static MonthHours? Hours(RequestChecks checks, ComputeAvailabilityRequest request)
    {
        if (request.ServiceDuration is null)
        {
            checks.Add(ErrorReason.FieldRequired, "service_duration", "It is unset; give the service hours of the month.");
            return null;
        }

        var service = Read("service_duration", request.ServiceDuration);
        var maintenance = Read("maintenance_duration", request.MaintenanceDuration);
        var downtime = Read("downtime_duration", request.DowntimeDuration);
        return service is { } whole && maintenance is { } planned && downtime is { } down
            ? checks.Take(MonthHours.Of(whole, planned, down), ErrorReason.FieldOutOfRange)
            : null;

        NodaTime.Duration? Read(string field, Duration? value)
        {
            if (value is null)
            {
                return NodaTime.Duration.Zero;
            }

            if (value.TryToNodaDuration(out var duration))
            {
                return duration;
            }

            checks.Add(ErrorReason.FieldOutOfRange, field, "It is no duration; give seconds and nanoseconds of one sign.");
            return null;
        }
    }
}
