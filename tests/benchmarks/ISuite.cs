using SlaPlatform.Benchmarks.Reporting;

namespace SlaPlatform.Benchmarks;

/// <summary>Benchmarks that stand together in one section of the results.</summary>
internal interface ISuite
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What it measures, in a few words.</summary>
    string Title { get; }

    /// <summary>Measures.</summary>
    /// <param name="run">How thoroughly.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Section> RunAsync(RunSettings run, CancellationToken cancellation);
}
