using System.Reflection;
using SlaPlatform.VirtualTime.Lives;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>A reference to a grain.</summary>
public class GrainReferenceProxy : DispatchProxy
{
    private Cluster cluster = null!;
    private Place place = null!;
    private GrainKey key = null!;

    internal void Init(Cluster cluster, Place place, GrainKey key) => (this.cluster, this.place, this.key) = (cluster, place, key);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => cluster.Send(place, key, targetMethod!, args!);
}
