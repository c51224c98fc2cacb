using System.Collections.Concurrent;
using System.Globalization;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>
/// Runs a check for many seeds. <c>SLA_SEED=7</c> replays one, <c>SLA_SEEDS=10000</c> sets how many are run:
/// <c>SLA_SEEDS=10000 dotnet test --project tests/unit/engine --filter-class "*.VirtualTimeTests"</c>.
/// </summary>
internal static class Seeds
{
    public static void Check(int count, Action<ulong> check)
    {
        if (Number("SLA_SEED") is { } only)
        {
            check(only);
            return;
        }

        var failures = new ConcurrentDictionary<ulong, Exception>();
        Parallel.For(0L, (long)(Number("SLA_SEEDS") ?? (ulong)count), (seed, loop) =>
        {
            try
            {
                check((ulong)seed);
            }
            catch (Exception failure)
            {
                failures[(ulong)seed] = failure;
                loop.Break();
            }
        });
        if (!failures.IsEmpty)
        {
            var (seed, failure) = failures.MinBy(entry => entry.Key);
            throw new InvalidOperationException($"Seed {seed} fails; replay it with SLA_SEED={seed}: {failure.Message}", failure);
        }
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
