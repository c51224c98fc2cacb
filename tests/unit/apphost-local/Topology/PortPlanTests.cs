using SlaPlatform.LocalHosting.Topology;

namespace SlaPlatform.LocalHosting.Tests.Topology;

public sealed class PortPlanTests
{
    [Fact]
    public void FreeBase_AllFree_LiesBelowThePortsOfOutgoingConnections() => Assert.Equal(31000, PortPlan.FreeBase(static _ => true));

    [Fact]
    public void FreeBase_APortOfABlockTaken_PassesTheBlockOver() => Assert.Equal(29000, PortPlan.FreeBase(static port => port is not (31104 or 30999)));

    [Fact]
    public void FreeBase_NoneFree_IsNull() => Assert.Null(PortPlan.FreeBase(static _ => false));
}
