using SlaPlatform.Benchmarks.BusinessTime;
using SlaPlatform.Benchmarks.Checks;
using SlaPlatform.Benchmarks.Engine;
using SlaPlatform.Benchmarks.Holding;
using SlaPlatform.Benchmarks.Load;
using SlaPlatform.Benchmarks.Streams;

namespace SlaPlatform.Benchmarks;

/// <summary>Every suite, in the order of the results.</summary>
internal static class Suites
{
    public static IReadOnlyList<ISuite> All { get; } =
    [
        new BusinessTimeSuite(), new EngineSuite(), new LoadSuite(garnet: false), new LoadSuite(garnet: true), new TimersSuite(), new ResidentsSuite(), new SilosSuite(), new StreamsSuite(),
        new LongTicketsSuite(), new ChecksSuite(),
    ];
}
