using System.Globalization;

namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>Figures as text: three significant digits, with a unit that fits.</summary>
internal static class Figures
{
    /// <summary>A duration in nanoseconds.</summary>
    public static string Nanoseconds(double value) => value switch
    {
        < 1_000 => $"{Digits(value)} ns",
        < 1_000_000 => $"{Digits(value / 1_000)} µs",
        < 1_000_000_000 => $"{Digits(value / 1_000_000)} ms",
        _ => $"{Digits(value / 1_000_000_000)} s",
    };

    public static string Time(TimeSpan value) => Nanoseconds(value.TotalNanoseconds);

    public static string Bytes(double value) => value switch
    {
        < 10_000 => $"{Count(value)} B",
        < 10_000_000 => $"{Digits(value / 1_000)} kB",
        < 10_000_000_000 => $"{Digits(value / 1_000_000)} MB",
        _ => $"{Digits(value / 1_000_000_000)} GB",
    };

    public static string Ratio(double value) => $"{Digits(value)}x";

    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0} %");

    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Digits(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
