using Google.Protobuf.Reflection;
using SlaPlatform.Integration.Tests.BadInput.Seeds;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Every rpc of the clock's contracts.</summary>
public sealed class ClockRpcTests(ClocksUnderTest clocks) : IClassFixture<ClocksUnderTest>
{
    public static TheoryData<string> Rpcs => [.. Contracts.Rpcs.Where(rpc => IsOfTheClock(rpc.Value)).Select(rpc => rpc.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Rpc_AFieldIsBad_AnswersOrRefusesInOrder(string rpc)
    {
        var seeds = new ClockSeeds(clocks.Host).All.Concat(SimulationSeeds.All).ToDictionary();
        Assert.True(seeds.ContainsKey(rpc), $"{rpc} has no valid request to make bad; give it one in Seeds.");

        await new RpcRun(clocks.Host.Channel.CreateCallInvoker(), Contracts.Rpcs[rpc], TestContext.Current.CancellationToken).RunAsync(seeds[rpc]);
    }

    internal static bool IsOfTheClock(MethodDescriptor rpc) => rpc.File.Package == "slaplatform.clocks.v1";
}
