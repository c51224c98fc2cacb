using NodaTime;
using SlaPlatform.Benchmarks.Probes;
using SlaPlatform.Benchmarks.Processes;
using SlaPlatform.Benchmarks.Reporting;

namespace SlaPlatform.Benchmarks.Holding;

/// <summary>Open tickets on one silo: the memory of their timers, their return after a crash, and wakes among them.</summary>
internal sealed class TimersSuite : ISuite
{
    private const double MostBytes = 200;
    private const int WarmUpDue = 1_000;
    private static readonly TimeSpan MostLateness = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestReturn = TimeSpan.FromSeconds(10);
    private static readonly Duration WarmUp = Duration.FromSeconds(10);
    private static readonly Duration Settling = Duration.FromSeconds(5);

    public string Name => "timers";

    public string Title => "Open tickets on one silo: memory, return after a crash, wakes";

    public async Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var (few, many) = run.Choose((100_000, 1_000_000), (20_000, 100_000));
        var (perSecond, seconds) = (1_000, run.Choose(60, 10));
        var held = new[] { await HoldAsync(few, null, 0), await HoldAsync(many, perSecond, seconds) };

        var memory = new Table("tickets", "heap a ticket", "process a ticket", "Redis a ticket", "written in");
        var back = new Table("tickets", "ready again after", "all timers back after");
        foreach (var found in held)
        {
            memory.Add(
                Figures.Count(found.Tickets), Figures.Bytes(found.HeapBytes), Figures.Bytes(found.ResidentBytes), Figures.Bytes(found.RedisBytes), Figures.Time(found.Written));
            back.Add(Figures.Count(found.Tickets + found.Due), Figures.Time(found.Ready), Figures.Time(found.Armed));
        }

        var (large, lateness) = (held[1], held[1].Lateness);
        var wakes = new Table("armed", "due a second", "seconds", "signals", "lateness p50", "p99", "max");
        wakes.Add(
            Figures.Count(large.Tickets + large.Due), Figures.Count(perSecond), Figures.Count(seconds), Figures.Count(lateness.Length),
            Figures.Time(At(lateness, 0.5)), Figures.Time(At(lateness, 0.99)), Figures.Time(At(lateness, 1)));
        return new Section(Name, Title)
            .Add("""
                The tickets are written straight through the service's own journal and append script (pipelined; without events for watchers), as the engine decides them: one
                fact, one clock, due in a year. Heap: what the silo's managed heap holds more than that of an empty silo, both after a full collection, for each ticket. Process:
                the same of the memory that the system gives to it. Redis: its used memory for each ticket.
                """)
            .Add(memory)
            .Add("""
                The silo is ended by kill -9 and started again on its ports. Times run from the start of the new process: until it says that it is ready, and until its metric
                of armed tickets, taken every 50 ms, counts all of them.
                """)
            .Add(back)
            .Add($"""
                Wakes: while all are armed, tickets fall due evenly, none of them in memory; each is woken, read from Redis, decided, and its breach stored. Lateness is what the
                service's own histogram is given for each signal, exact. {WarmUpDue:#,0} others fell due before, to warm up. Afterwards the due index was checked: every ticket due was served, no other.
                """)
            .Add(wakes)
            .Add(
            [
                new Goal("under 200 B a ticket for its timer", Figures.Bytes(large.HeapBytes), large.HeapBytes < MostBytes),
                new Goal("all timers back within 10 s of a restart", Figures.Time(large.Armed), large.Armed <= LongestReturn),
                new Goal("p99 of the lateness under 150 ms", Figures.Time(At(lateness, 0.99)), At(lateness, 0.99) < MostLateness),
            ]);
    }

    private static async Task<Held> HoldAsync(int tickets, int? perSecond, int seconds)
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var journals = await Journals.OpenAsync(redis, HeldTickets.Document);
        await using var silo = new Silo(Platform.ClockOnly(redis));
        await silo.StartAsync(0);
        var (empty, emptyRedis) = (await silo.MemoryAsync(), await journals.MemoryAsync());
        await silo.CrashAsync();

        var made = new HeldTickets(Now(), facts: 1);
        var distant = tickets - (perSecond ?? 0) * seconds;
        RunSettings.Say($"  writing {distant:#,0} tickets");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await journals.FillAsync(distant, _ => made.Far(Guid.NewGuid().ToString()));
        var written = watch.Elapsed;
        await silo.StartAsync(distant);
        var (full, fullRedis) = (await silo.MemoryAsync(), await journals.MemoryAsync());
        await silo.CrashAsync();

        var due = perSecond * seconds + WarmUpDue ?? 0;
        var start = Now() + Duration.FromSeconds(40 + (due / 3000.0));
        RunSettings.Say($"  writing {due:#,0} tickets that fall due");
        await journals.FillAsync(due, number => made.Due(Guid.NewGuid().ToString(), DueTime(number), Now()));
        var (ready, armed) = await silo.StartAsync(distant + due);
        RunSettings.Say($"  {distant + due:#,0} timers back after {armed.TotalSeconds:0.0} s");
        return new Held(
            distant, due, written, (double)(full.HeapBytes - empty.HeapBytes) / distant, (double)(full.ResidentBytes - empty.ResidentBytes) / distant,
            (double)(fullRedis - emptyRedis) / distant, ready, armed, due == 0 ? [] : await WakesAsync());

        Instant DueTime(int number) => number < WarmUpDue
            ? start - WarmUp - Settling + (WarmUp * number / WarmUpDue)
            : start + (Duration.FromSeconds(1) * (number - WarmUpDue) / perSecond!.Value);

        async Task<TimeSpan[]> WakesAsync()
        {
            if (Now() > start - WarmUp - Settling)
            {
                throw new InvalidOperationException("The silo came back too late for the wakes that are measured.");
            }

            await UntilAsync(start - Duration.FromSeconds(1));
            await silo.Process.AskAsync("reset");
            await UntilAsync(start + Duration.FromSeconds(seconds) + Settling);
            ProbeAnswer found;
            for (var tries = 0; (found = await silo.Process.AskAsync("lateness")).Lateness.Length < due - WarmUpDue && tries < 60; tries++)
            {
                await UntilAsync(Now() + Duration.FromSeconds(1));
            }

            if (found.Lateness.Length != due - WarmUpDue || await journals.CountDueAsync() != distant)
            {
                throw new InvalidOperationException($"{found.Lateness.Length} signals were raised instead of {due - WarmUpDue}.");
            }

            return [.. found.Lateness.Select(TimeSpan.FromSeconds)];
        }
    }

    private static TimeSpan At(TimeSpan[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    private static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static async Task UntilAsync(Instant instant)
    {
        if (instant - Now() is var left && left > Duration.Zero)
        {
            await Task.Delay(left.ToTimeSpan(), TimeProvider.System);
        }
    }

    private sealed record Held(
        int Tickets, int Due, TimeSpan Written, double HeapBytes, double ResidentBytes, double RedisBytes, TimeSpan Ready, TimeSpan Armed, TimeSpan[] Lateness);
}
