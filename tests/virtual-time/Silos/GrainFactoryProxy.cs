using System.Globalization;
using System.Reflection;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>Orleans' grain factory for one place: references that send calls into the cluster.</summary>
public class GrainFactoryProxy : DispatchProxy
{
    private static readonly MethodInfo MakeMethod = typeof(GrainFactoryProxy).GetMethod(nameof(Make), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<GrainKey, object> references = [];
    private Cluster cluster = null!;
    private Place place = null!;

    internal static IGrainFactory Of(Cluster cluster, Place place)
    {
        var factory = Create<IGrainFactory, GrainFactoryProxy>();
        var proxy = (GrainFactoryProxy)(object)factory;
        (proxy.cluster, proxy.place) = (cluster, place);
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Assert.True(targetMethod is { Name: "GetGrain", IsGenericMethod: true } && args![0] is string or long, "Grains are named by a text or a number.");
        var key = new GrainKey(targetMethod.GetGenericArguments()[0], Convert.ToString(args![0], CultureInfo.InvariantCulture)!);
        if (!references.TryGetValue(key, out var reference))
        {
            references[key] = reference = MakeMethod.MakeGenericMethod(key.Interface).Invoke(this, [key])!;
        }

        return reference;
    }

    private object Make<TGrain>(GrainKey key)
        where TGrain : class
    {
        var reference = Create<TGrain, GrainReferenceProxy>();
        ((GrainReferenceProxy)(object)reference).Init(cluster, place, key);
        return reference;
    }
}
