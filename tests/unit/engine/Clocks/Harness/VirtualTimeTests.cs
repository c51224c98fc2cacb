using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>Lives under faults end as the facts and their record times alone say.</summary>
public sealed class VirtualTimeTests
{
    private const int Lives = 500;

    [Fact]
    public void Run_UnderFaults_GivesTheSignalsAndStatesOfThePureFunction() => Seeds.Check(Lives, seed =>
    {
        var world = new World(seed);
        world.Run();
        var live = world.Journal.Log;

        var pure = PureFunction.Of(world.Book, "t-1", world.Journal.Turns, world.End);

        Assert.Equal(pure.Facts, live.Facts);
        Assert.Equal(pure.Signals.Select(Told), live.Signals.Select(Told));
        var (expected, actual) = (TicketClock.View(pure, world.Book, world.End), TicketClock.View(live, world.Book, world.End));
        Assert.Equal(expected.Milestones, actual.Milestones);
        Assert.Equal(expected.State, actual.State);
        RecordChecker.Check(live, actual);
    });

    private static object Told(Signal signal) => (signal.Id, signal.Kind, signal.Key, signal.DueTime, signal.Role, signal.Retracts, signal.Cause);
}
