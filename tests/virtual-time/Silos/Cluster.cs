using System.Reflection;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>The silos of a life and the messages between them. While it is split, two silos may both hold a grain.</summary>
internal sealed class Cluster(Steps steps, Place outside, SimulatedRedis redis, Dice dice, Faults faults, Trace trace)
{
    private readonly Dictionary<GrainKey, int> directory = [];
    private readonly List<SiloProcess> silos = [];

    public Steps Steps => steps;

    public Place Outside => outside;

    public SimulatedRedis Redis => redis;

    public Trace Trace => trace;

    public bool IsSplit { get; set; }

    public IEnumerable<SiloProcess> Alive => silos.Where(silo => silo.IsAlive);

    public void Join(SiloProcess silo) => silos.Add(silo);

    /// <summary>A silo dies with all it had in memory; who waited for it hears of it some time later.</summary>
    public void Kill(SiloProcess silo)
    {
        foreach (var call in silo.Unanswered.ToArray())
        {
            call.Fail(new SiloUnavailableException("The silo is gone."));
        }

        silo.Place.Die();
        silo.Connection.Break();
        silos.Remove(silo);
    }

    public Task Send(Place caller, GrainKey key, MethodInfo method, object?[] arguments)
    {
        var call = GrainCall.Of(steps, caller, key, method, arguments);
        if (call.IsOneWay)
        {
            if (!faults.Happens(15))
            {
                steps.Open(outside, () => Deliver(call));
            }

            return Task.CompletedTask;
        }

        steps.Open(outside, () => Deliver(call));
        return call.Answer;
    }

    private void Deliver(GrainCall call)
    {
        if (Locate(call.Target) is { } silo)
        {
            silo.Receive(call);
            return;
        }

        call.Fail(new SiloUnavailableException("No silo is there."));
    }

    private SiloProcess? Locate(GrainKey key)
    {
        SiloProcess[] alive = [.. Alive];
        if (alive.Length == 0)
        {
            return null;
        }

        if (!(IsSplit && dice.Chance(40)) && directory.TryGetValue(key, out var number) && alive.FirstOrDefault(silo => silo.Number == number) is { } known)
        {
            return known;
        }

        var chosen = dice.Pick<SiloProcess>(alive);
        directory[key] = chosen.Number;
        return chosen;
    }
}
