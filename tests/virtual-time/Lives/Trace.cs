using System.Globalization;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What happened in a life, compact: shown when it fails, the same for every run of its seed.</summary>
internal sealed class Trace(Steps steps)
{
    private const int Shown = 80;

    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public void Add(string what) => lines.Add(string.Create(CultureInfo.InvariantCulture, $"{steps.Elapsed:d\\.hh\\:mm\\:ss\\.fff} {what}"));

    /// <summary>The last lines.</summary>
    public override string ToString() => string.Join(Environment.NewLine, lines.Skip(lines.Count - Shown));
}
