using Google.Protobuf.Reflection;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Platform.Tests.Contracts;

/// <summary>The services of the contracts and every message they reach.</summary>
internal static class ContractDescriptors
{
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. new[]
        {
            AvailabilityServiceReflection.Descriptor,
            EntitlementServiceReflection.Descriptor,
            PlanCatalogServiceReflection.Descriptor,
            SimulationServiceReflection.Descriptor,
            SlaClockServiceReflection.Descriptor,
            TriageServiceReflection.Descriptor,
        }.SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    public static IReadOnlyCollection<MessageDescriptor> Messages { get; } = Reach();

    private static HashSet<MessageDescriptor> Reach()
    {
        var seen = new HashSet<MessageDescriptor>();
        var left = new Stack<MessageDescriptor>(Methods.SelectMany(method => new[] { method.InputType, method.OutputType }));
        while (left.TryPop(out var message))
        {
            if (message.FullName.StartsWith("slaplatform.", StringComparison.Ordinal) && seen.Add(message))
            {
                foreach (var field in message.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.Message))
                {
                    left.Push(field.MessageType);
                }
            }
        }

        return seen;
    }
}
