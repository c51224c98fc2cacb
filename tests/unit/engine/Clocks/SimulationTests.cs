using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class SimulationTests
{
    [Fact]
    public void Run_Cancelled_EndsBetweenTwoTurns()
    {
        var book = new PolicyBuilder().Within(Resolution, "8h").Book();
        var received = Times.At("2026-06-01 09:00", "UTC");
        var opening = new SimulatedFact(new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1 }, received);
        using var cancellation = new CancellationTokenSource();
        IEnumerable<SimulatedFact> Facts()
        {
            cancellation.Cancel();
            yield return new(new Fact.AgentResponded(), received);
        }

        Assert.Throws<OperationCanceledException>(() => Simulation.Run("t-1", book, opening, Facts(), received, cancellation.Token));
    }
}
