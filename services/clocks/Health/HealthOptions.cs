using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Health;

/// <summary>The clock's health; configuration section <c>Health</c>, checked at start.</summary>
internal sealed class HealthOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Health";

    /// <summary>How far back lateness and append durations are looked at. 1 minute to 1 day, default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan FiguresOver { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long each silo, and Redis, may take to answer before health is told without it. 0.1 s to 10 s, default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(2);
}
