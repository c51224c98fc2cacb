using SlaPlatform.Benchmarks.Reporting;

namespace SlaPlatform.Benchmarks.Engine;

/// <summary>The engine alone.</summary>
internal sealed class EngineSuite : ISuite
{
    private static readonly (string Method, string Text)[] Operations =
    [
        (nameof(EngineBenchmarks.View), "fold and every milestone"),
        (nameof(EngineBenchmarks.Record), "one more fact"),
        (nameof(EngineBenchmarks.Advance), "a wake"),
    ];

    public string Name => "engine";

    public string Title => "Engine: fold and milestones";

    public Task<Section> RunAsync(RunSettings run, CancellationToken cancellation)
    {
        var costs = MicroBenchmarks.Run<EngineBenchmarks>(run);
        var table = new Table("<operation", "10 facts", "allocated", "1,000 facts", "allocated", "ratio", "1,000 from a checkpoint", "allocated", "ratio");
        foreach (var (method, text) in Operations)
        {
            var (few, many, kept) = (costs[(method, EngineBenchmarks.Few)], costs[(method, EngineBenchmarks.Many)], costs[(method, EngineBenchmarks.FromCheckpoint)]);
            table.Add(
                text, Figures.Nanoseconds(few.Nanoseconds), Figures.Bytes(few.Bytes),
                Figures.Nanoseconds(many.Nanoseconds), Figures.Bytes(many.Bytes), Figures.Ratio(many.Nanoseconds / few.Nanoseconds),
                Figures.Nanoseconds(kept.Nanoseconds), Figures.Bytes(kept.Bytes), Figures.Ratio(kept.Nanoseconds / few.Nanoseconds));
        }

        return Task.FromResult(new Section(Name, Title)
            .Add("""
                A ticket of the plan xtm/gold, level 2, that was answered, replied to, waited for and paused in turn every twenty minutes. Each operation works from all facts,
                or from a checkpoint of the first 990 and the ten since; both were checked to stand alike (BenchmarkDotNet, in process, median of the iterations after warm-up).
                A ratio is to ten facts.
                """)
            .Add(table));
    }
}
