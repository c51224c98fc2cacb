using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;
using Google.Rpc;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Contracts.Descriptors;

/// <summary>Loads every descriptor of the contracts, one after the other, before any type of this assembly is used.</summary>
/// <remarks>
/// Google.Protobuf 3.36 keeps a static dictionary without a lock that each file descriptor writes to when its type is initialised
/// (protocolbuffers/protobuf issue 29696). Two messages first used by two threads at once corrupt it, and every contract type of
/// the process is then unusable until it restarts. A module initialiser runs once, under the runtime's lock, ahead of any of them.
/// </remarks>
internal static class DescriptorLoading
{
    /// <summary>The files from which every other file of the contracts is reached, and those of the errors.</summary>
    internal static IReadOnlyList<FileDescriptor> Roots =>
    [
        AvailabilityServiceReflection.Descriptor,
        EntitlementServiceReflection.Descriptor,
        PlanCatalogServiceReflection.Descriptor,
        SimulationServiceReflection.Descriptor,
        SlaClockServiceReflection.Descriptor,
        TriageServiceReflection.Descriptor,
        StatusReflection.Descriptor,
        ErrorDetailsReflection.Descriptor,
    ];

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "No host, client or test can forget it, and nothing else runs before any type of the assembly.")]
    internal static void Load() => _ = Roots;
}
