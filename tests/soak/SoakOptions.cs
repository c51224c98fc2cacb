using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SlaPlatform.Soak;

/// <summary>What the soak is told on its command line.</summary>
internal sealed record SoakOptions
{
    private const string Usage = "usage: soak [--minutes 20] [--seed N] [--silos 2] [--writers 8] [--redis redis-server|garnet] [--json]";

    /// <summary><c>--minutes</c>: how long the load lasts, above 0, default 20.</summary>
    public double Minutes { get; private init; } = 20;

    /// <summary><c>--seed</c>: chooses load and faults, default 1.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary><c>--silos</c>: 1 to 5, default 2.</summary>
    public int Silos { get; private init; } = 2;

    /// <summary><c>--writers</c>: concurrent callers, 1 to 256, default 8.</summary>
    public int Writers { get; private init; } = 8;

    /// <summary><c>--redis</c>: <c>redis-server</c> (default) or <c>garnet</c>.</summary>
    public string Redis { get; private init; } = "redis-server";

    /// <summary><c>--json</c>: the report as JSON on standard output; progress goes to standard error anyway.</summary>
    public bool Json { get; private init; }

    /// <summary>Reads the command line; refuses with one sentence.</summary>
    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out SoakOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = new SoakOptions();
        error = null;
        for (var i = 0; i < args.Count && options is not null; i++)
        {
            options = args[i] == "--json" ? options with { Json = true } : i + 1 < args.Count ? options.With(args[i], args[++i]) : null;
            error = options is null ? $"'{args[Math.Min(i, args.Count - 1)]}' is not understood; {Usage}" : null;
        }

        return error is null && options is not null;
    }

    private SoakOptions? With(string name, string value) => name switch
    {
        "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 => this with { Minutes = minutes },
        "--seed" when Number(value, 0, int.MaxValue) is { } seed => this with { Seed = seed },
        "--silos" when Number(value, 1, 5) is { } silos => this with { Silos = silos },
        "--writers" when Number(value, 1, 256) is { } writers => this with { Writers = writers },
        "--redis" when value is "redis-server" or "garnet" => this with { Redis = value },
        _ => null,
    };

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
