namespace SlaPlatform.Cli.Stories;

/// <summary>A fact of a story: when, what, and what belongs to it.</summary>
internal sealed class FactEntry
{
    /// <summary>When it was true; exactly one of this and <see cref="After"/>.</summary>
    public string? At { get; set; }

    /// <summary>How long after the opening it was true, in wall-clock time.</summary>
    public string? After { get; set; }

    /// <summary>When the clock learnt it; unset means when it was true.</summary>
    public string? Recorded { get; set; }

    /// <summary>Its name, such as <c>agent_responded</c>.</summary>
    public string? Fact { get; set; }

    public string? Reason { get; set; }

    public int? Level { get; set; }

    public int? ClaimedLevel { get; set; }

    public string? AgreedBy { get; set; }

    public string? Line { get; set; }

    public string? Cause { get; set; }

    public string? Plan { get; set; }

    public Dictionary<string, string>? Readings { get; set; }

    public string? Clause { get; set; }

    public string? Evidence { get; set; }

    public string? Into { get; set; }

    public string? Actor { get; set; }
}
