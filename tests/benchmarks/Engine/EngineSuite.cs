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
        var table = new Table("<operation", "10 facts", "allocated", "1,000 facts", "allocated", "ratio", "a fact of 1,000");
        foreach (var (method, text) in Operations)
        {
            var (few, many) = (costs[(method, "10")], costs[(method, "1000")]);
            table.Add(
                text, Figures.Nanoseconds(few.Nanoseconds), Figures.Bytes(few.Bytes), Figures.Nanoseconds(many.Nanoseconds), Figures.Bytes(many.Bytes),
                Figures.Ratio(many.Nanoseconds / few.Nanoseconds), Figures.Nanoseconds(many.Nanoseconds / 1000));
        }

        return Task.FromResult(new Section(Name, Title)
            .Add("""
                A ticket of the plan xtm/gold, level 2, that was answered, replied to, waited for and paused in turn every twenty minutes. Each operation works from all facts
                (BenchmarkDotNet, in process, median of the iterations after warm-up).
                """)
            .Add(table));
    }
}
