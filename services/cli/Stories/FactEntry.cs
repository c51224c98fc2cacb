using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Stories;

/// <summary>A fact of a story: when, what, and what belongs to it.</summary>
internal sealed class FactEntry : FactDetails
{
    /// <summary>When it was true; exactly one of this and <see cref="After"/>.</summary>
    public string? At { get; set; }

    /// <summary>How long after the opening it was true, in wall-clock time.</summary>
    public string? After { get; set; }

    /// <summary>When the clock learnt it; unset means when it was true.</summary>
    public string? Recorded { get; set; }

    /// <summary>Its name, such as <c>agent_responded</c>.</summary>
    public string? Fact { get; set; }
}
