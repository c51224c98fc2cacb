using SlaPlatform.Engine.Tests.Clocks.Harness;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>
/// The one thread of a life and its time. A step is something that reaches a process from outside: a message, Redis' answer, a timer. Which one comes next the dice
/// decide; what a process does with it runs until it waits again.
/// </summary>
internal sealed class Steps(Dice dice)
{
    private const int MostOpen = 100_000;

    private readonly List<(Place Place, Action Action)> open = [];
    private readonly Queue<(Place Place, Action Action)> ready = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (TimeSpan Due, long Order)> timers = new();
    private long armed;

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Adds a step that may come at any moment from now on.</summary>
    public void Open(Place place, Action action)
    {
        Assert.True(open.Count < MostOpen, "Steps are taken as fast as they come.");
        open.Add((place, action));
    }

    /// <summary>Goes on with what waited, before the next step.</summary>
    public void GoOn(Place place, Action action) => ready.Enqueue((place, action));

    public void Arm(VirtualTimer timer, int version, TimeSpan after)
    {
        if (after <= TimeSpan.Zero)
        {
            timer.Due(version);
            return;
        }

        timers.Enqueue((timer, version), (Elapsed + after, armed++));
    }

    /// <summary>Takes one step; false when there is none.</summary>
    public bool TryTakeOne()
    {
        GoOnWithAll();
        if (open.Count == 0)
        {
            return false;
        }

        var chosen = dice.Below(open.Count);
        var (place, action) = open[chosen];
        open[chosen] = open[^1];
        open.RemoveAt(open.Count - 1);
        place.Run(action);
        GoOnWithAll();
        return true;
    }

    /// <summary>Takes steps until there is none.</summary>
    public void TakeAll(int most)
    {
        for (var taken = 0; TryTakeOne(); taken++)
        {
            Assert.True(taken < most, "The world comes to rest.");
        }
    }

    /// <summary>Lets time pass: timers that are due by then may fire from then on, each once.</summary>
    public void Pass(TimeSpan time)
    {
        Elapsed += time;
        var due = new List<(VirtualTimer Timer, int Version)>();
        while (timers.TryPeek(out var entry, out var at) && at.Due <= Elapsed)
        {
            timers.Dequeue();
            due.Add(entry);
        }

        foreach (var (timer, version) in due)
        {
            timer.Due(version);
        }
    }

    private void GoOnWithAll()
    {
        while (ready.TryDequeue(out var next))
        {
            next.Place.Run(next.Action);
        }
    }
}
