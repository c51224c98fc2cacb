using System.Globalization;
using System.Runtime.InteropServices;

namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe(RunSettings run) =>
        $"*{(run.Quick ? "Quick run" : "Full run")}: {Processor}, {Environment.ProcessorCount} cores shared by everything measured, " +
        $"{Figures.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)} of memory, {RuntimeInformation.OSDescription.Split(" #")[0]}, " +
        $"{RuntimeInformation.FrameworkDescription}; load average before this section's end {Load}.*";

    private static string Processor => First("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load => File.Exists("/proc/loadavg")
        ? File.ReadAllText("/proc/loadavg").Split(' ')[0]
        : "unknown".ToString(CultureInfo.InvariantCulture);

    private static string? First(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
