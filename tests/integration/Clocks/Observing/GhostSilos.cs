using System.Reflection;

namespace SlaPlatform.Integration.Tests.Clocks.Observing;

/// <summary>A membership that has one silo more than there is.</summary>
public class GhostSilos : DispatchProxy
{
    private ISiloStatusOracle _real = null!;

    /// <summary>The silo that is not there.</summary>
    public static SiloAddress Ghost { get; } = SiloAddress.FromParsableString("127.0.0.1:1@1");

    public static ISiloStatusOracle Over(ISiloStatusOracle real)
    {
        var oracle = Create<ISiloStatusOracle, GhostSilos>();
        ((GhostSilos)(object)oracle)._real = real;
        return oracle;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(_real, args);
        return answer is Dictionary<SiloAddress, SiloStatus> silos ? new Dictionary<SiloAddress, SiloStatus>(silos) { [Ghost] = SiloStatus.Active } : answer;
    }
}
