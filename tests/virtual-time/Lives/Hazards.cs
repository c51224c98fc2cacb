using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Silos;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What may befall a cluster between two turns.</summary>
internal sealed class Hazards(World world, Dice dice, Faults faults, Dictionary<int, TimeSpan> off, bool withDisasters)
{
    private const int FewestSilos = 2;
    private const int MostWrites = 20;

    public void Strike()
    {
        May(8, Kill);
        May(40, StartAgain);
        May(5, () => TurnRedis(false));
        May(50, () => TurnRedis(true));
        May(12, CrashRedis);
        May(8, () => Any()?.Connection.Break());
        May(10, StepClock);
        May(15, () => Any()?.Forget(dice));
        May(10, () => world.Cluster.IsSplit = !world.Cluster.IsSplit);
        foreach (var watcher in world.Watchers)
        {
            May(40, () => StartWatching(watcher));
            May(15, watcher.BreakOff);
        }

        if (withDisasters)
        {
            May(15, TakeCopy);
            May(10, Restore);
            May(4, Flush);
        }
    }

    /// <summary>Redis is there, all silos are, and their clocks are right. A split may have left two activations of a grain.</summary>
    public void Heal()
    {
        world.Redis.Spare();
        TurnRedis(true);
        while (world.Cluster.Alive.Count() < FewestSilos)
        {
            world.StartSilo();
        }

        foreach (var silo in off.Keys)
        {
            off[silo] = TimeSpan.Zero;
        }

        world.Cluster.IsSplit = false;
    }

    /// <summary>Redis crashed.</summary>
    public void NoteCrash()
    {
        world.Redis.IsUp = dice.Chance(40);
        world.Trace.Add(world.Redis.IsUp ? "Redis crashes and is back at once" : "Redis crashes");
        BreakAll();
    }

    private void May(int percent, Action happen)
    {
        if (faults.Happens(percent))
        {
            happen();
        }
    }

    private SiloProcess? Any() => world.Cluster.Alive.ToArray() is { Length: > 0 } alive ? dice.Pick<SiloProcess>(alive) : null;

    private void Kill()
    {
        if (Any() is { } silo)
        {
            world.Trace.Add($"silo {silo.Number} is killed");
            foreach (var watcher in world.Watchers)
            {
                watcher.BreakOff(silo);
            }

            world.Cluster.Kill(silo);
            world.Tally.Count(Happening.Kill);
        }
    }

    private void StartAgain()
    {
        if (world.Cluster.Alive.Count() < FewestSilos)
        {
            world.Trace.Add("a silo starts");
            world.StartSilo();
        }
    }

    private void TurnRedis(bool up)
    {
        if (world.Redis.IsUp != up)
        {
            world.Trace.Add(up ? "Redis is back" : "Redis is away");
            world.Redis.IsUp = up;
            if (!up)
            {
                BreakAll();
            }
        }
    }

    private void CrashRedis()
    {
        if (world.Redis.IsUp)
        {
            world.Redis.CrashSoon(world.Redis.Terms.CutsScripts ? dice.Below(MostWrites) : dice.Pick(0, int.MaxValue));
        }
    }

    private void StepClock()
    {
        if (Any() is { } silo)
        {
            off[silo.Number] = dice.Pick(TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(-30), TimeSpan.FromHours(1), TimeSpan.FromHours(-1));
            world.Trace.Add($"the clock of silo {silo.Number} is {off[silo.Number]} off");
        }
    }

    private void StartWatching(Watching watcher)
    {
        if (!watcher.IsRunning && Any() is { } silo)
        {
            watcher.Start(silo);
        }
    }

    private void TakeCopy()
    {
        world.Redis.TakeCopy();
        world.Client.NoteCopy();
    }

    private void Restore()
    {
        if (world.Redis.HasCopy)
        {
            world.Trace.Add("Redis is restored from an older copy");
            BreakAll();
            world.Redis.Restore();
            world.Client.NoteRestore();
        }
    }

    private void Flush()
    {
        world.Trace.Add("Redis is flushed");
        world.Redis.Flush();
        world.Client.NoteFlush();
        BreakAll();
    }

    private void BreakAll()
    {
        foreach (var silo in world.Cluster.Alive)
        {
            silo.Connection.Break();
        }
    }
}
