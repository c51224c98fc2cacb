namespace SlaPlatform.Cli.Stories;

/// <summary>A plan to simulate under.</summary>
internal sealed class ScenarioEntry
{
    /// <summary>Policy and plan such as <c>xtm/gold</c>; with <see cref="Document"/>, the plan's id within it.</summary>
    public string? Plan { get; set; }

    /// <summary>A policy document beside the story, instead of a published policy.</summary>
    public string? Document { get; set; }

    /// <summary>Name in the answer; unset means the plan.</summary>
    public string? Label { get; set; }

    /// <summary>Zone of calendars in the account's zone; unset means the story's.</summary>
    public string? Zone { get; set; }

    /// <summary>Readings that differ from the policy's defaults.</summary>
    public Dictionary<string, string> Readings { get; set; } = [];

    /// <summary>Levels of the story to levels of the policy.</summary>
    public Dictionary<int, int> LevelMap { get; set; } = [];
}
