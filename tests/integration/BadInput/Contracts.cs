using System.Reflection;
using Google.Protobuf.Reflection;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Every rpc of the contracts, by reflection: one that is added is there.</summary>
internal static class Contracts
{
    /// <summary>The rpcs by name, such as <c>PlanCatalogService.GetPolicy</c>.</summary>
    public static IReadOnlyDictionary<string, MethodDescriptor> Rpcs { get; } = typeof(PlanCatalogService).Assembly.GetExportedTypes()
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
        .Where(property => property?.PropertyType == typeof(FileDescriptor))
        .SelectMany(property => ((FileDescriptor)property!.GetValue(null)!).Services)
        .SelectMany(service => service.Methods)
        .ToDictionary(method => $"{method.Service.Name}.{method.Name}");

    /// <summary>Whether a method changes something: then it has a request id, of its own or of the item that it carries.</summary>
    public static bool Changes(this MethodDescriptor rpc) => HasRequestId(rpc.InputType)
        || rpc.InputType.Fields.InDeclarationOrder().Any(field => field is { FieldType: FieldType.Message, IsMap: false } && HasRequestId(field.MessageType));

    private static bool HasRequestId(MessageDescriptor type) => type.FindFieldByName(BadCase.RequestIdField) is not null;
}
