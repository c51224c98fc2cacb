using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SlaPlatform.Benchmarks;

/// <summary>Runs micro benchmarks in this process: warmed up past the tiers of the compiler, and with the bytes they allocate.</summary>
internal static class MicroBenchmarks
{
    /// <summary>Median nanoseconds and bytes of one operation.</summary>
    public sealed record Cost(double Nanoseconds, long Bytes);

    /// <summary>Runs a class of benchmarks.</summary>
    /// <returns>The cost by method and by the values of the parameters, in the order of their names, separated by <c>|</c>.</returns>
    public static IReadOnlyDictionary<(string Method, string Parameters), Cost> Run<T>(RunSettings run)
    {
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.DontLogOutput)
            .WithStrategy(RunStrategy.Throughput)
            .WithWarmupCount(run.Choose(6, 3))
            .WithIterationCount(run.Choose(9, 4))
            .WithIterationTime(TimeInterval.FromMilliseconds(run.Choose(100, 50)));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "sla-benchmarks"))
            .WithOptions(ConfigOptions.DisableLogFile);
        var summary = BenchmarkRunner.Run<T>(config);
        foreach (var report in summary.Reports.Where(report => !report.Success))
        {
            throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} gave no result: {string.Join(" ", report.ExecuteResults.SelectMany(result => result.Errors))}");
        }

        return summary.Reports.ToDictionary(Key, CostOf);
    }

    private static (string Method, string Parameters) Key(BenchmarkReport report) =>
        (report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
         string.Join('|', report.BenchmarkCase.Parameters.Items.OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => item.Value)));

    private static Cost CostOf(BenchmarkReport report) =>
        new(report.ResultStatistics!.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
}
