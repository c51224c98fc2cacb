using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Timers;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>What a grain sees of Orleans: its identity, its services, the runtime's clock and timers.</summary>
public class GrainContextProxy : DispatchProxy
{
    private IServiceProvider services = null!;
    private GrainId id;

    internal static IGrainContext Of(IServiceProvider services, GrainKey key)
    {
        var context = Create<IGrainContext, GrainContextProxy>();
        var proxy = (GrainContextProxy)(object)context;
        proxy.services = services;
        proxy.id = GrainId.Create(
            GrainType.Create(key.Interface.Name.ToLowerInvariant()),
            key.Interface.IsAssignableTo(typeof(IGrainWithIntegerKey)) ? GrainIdKeyExtensions.CreateIntegerKey(long.Parse(key.Key, CultureInfo.InvariantCulture)) : IdSpan.Create(key.Key));
        return context;
    }

    internal static IGrainRuntime RuntimeOf(IServiceProvider services)
    {
        var runtime = Create<IGrainRuntime, GrainContextProxy>();
        ((GrainContextProxy)(object)runtime).services = services;
        return runtime;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_GrainId" => id,
        "get_ActivationServices" or "get_ServiceProvider" => services,
        "get_GrainFactory" => services.GetRequiredService<IGrainFactory>(),
        "get_TimerRegistry" => services.GetRequiredService<ITimerRegistry>(),
        "get_TimeProvider" => services.GetRequiredService<TimeProvider>(),
        "get_SiloIdentity" => "silo",
        "GetComponent" or "GetTarget" => null,
        "DelayDeactivation" or "DeactivateOnIdle" => null,
        _ => throw new NotSupportedException($"The simulated Orleans does not know {targetMethod.Name}; add it to {nameof(GrainContextProxy)}."),
    };
}
