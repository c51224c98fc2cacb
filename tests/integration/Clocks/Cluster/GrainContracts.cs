using System.Reflection;
using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>What silos of different versions must agree on, as text: grains, interfaces with their methods and how these are called, serialized types with their members, enums with their values.</summary>
internal static class GrainContracts
{
    public static string Of(Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) == false).ToArray();
        var serialized = types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute))).ToArray();
        return string.Concat(new[]
        {
            types.Where(type => type.IsDefined(typeof(GrainTypeAttribute))).Select(OfGrain),
            types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)).Select(OfInterface),
            serialized.Select(OfSerialized),
            serialized.SelectMany(Members).Select(member => member.Type).Where(type => type.IsEnum).Distinct().Select(OfEnum),
        }.SelectMany(lines => lines.Order(StringComparer.Ordinal)));
    }

    private static string OfGrain(Type type)
    {
        var placement = type.GetCustomAttribute<Orleans.Placement.PlacementAttribute>()?.PlacementStrategy.GetType();
        return $"grain {GrainTypeName(type)}: {string.Join(", ", type.GetInterfaces().Where(IsOurs).Select(Name))}; {(placement is null ? "default placement" : Name(placement))}{Manner(type)}\n";
    }

    private static string GrainTypeName(Type type) => type.GetCustomAttributesData()
        .Single(data => data.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value!.ToString()!;

    private static bool IsOurs(Type type) => type.IsDefined(typeof(AliasAttribute));

    private static string OfInterface(Type type) => Lines(
        $"interface {AliasOf(type)}{(typeof(IGrain).IsAssignableFrom(type) ? $" version {type.GetCustomAttribute<VersionAttribute>()?.Version.ToString() ?? "missing"}" : "")}",
        type.GetMethods().Select(method =>
            $"  {AliasOf(method)}({string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)))}) -> {Name(method.ReturnType)}{Manner(method)}"));

    private static string OfSerialized(Type type) => Lines(
        $"type {AliasOf(type)}", Members(type).Select(member => $"  {member.Id} {member.Name}: {Name(member.Type)}"));

    private static string OfEnum(Type type) => Lines(
        $"enum {type.Name}: {Enum.GetUnderlyingType(type).Name}", Enum.GetNames(type).Select(name => $"  {Convert.ToInt64(Enum.Parse(type, name))} {name}"));

    /// <summary>Members with an id; for a record, its constructor's parameters, whose ids are their positions in a space of their own.</summary>
    private static IEnumerable<(string Id, string Name, Type Type)> Members(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var tagged = type.GetProperties(all).Select(property => (Member: (MemberInfo)property, Type: property.PropertyType))
            .Concat(type.GetFields(all).Select(field => (Member: (MemberInfo)field, Type: field.FieldType)))
            .Where(member => member.Member.IsDefined(typeof(IdAttribute)))
            .Select(member => ($"{member.Member.GetCustomAttribute<IdAttribute>()!.Id}", member.Member.Name, member.Type));
        var positional = type.GetConstructors(all)
            .FirstOrDefault(constructor => constructor.GetParameters() is { Length: > 0 } parameters && parameters.All(parameter => type.GetProperty(parameter.Name!, all) is not null))
            ?.GetParameters().Select(parameter => ($"[{parameter.Position}]", parameter.Name!, parameter.ParameterType)) ?? [];
        return tagged.Concat(positional);
    }

    /// <summary>What it says of concurrency: whether a call waits for its answer, and which calls may come between.</summary>
    private static string Manner(MemberInfo member)
    {
        var said = member.GetCustomAttributes(inherit: false).Select(attribute => attribute.GetType())
            .Where(type => type.Namespace == typeof(OneWayAttribute).Namespace)
            .Select(type => type.Name.Replace(nameof(Attribute), "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        return said.Length == 0 ? "" : $" [{string.Join(", ", said)}]";
    }

    private static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()?.Alias ?? $"{member.Name} without alias";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsDefined(typeof(AliasAttribute)) ? AliasOf(type) : type.Name;

    private static string Lines(string head, IEnumerable<string> rest) => $"{head}\n{string.Concat(rest.Select(line => $"{line}\n"))}";
}
