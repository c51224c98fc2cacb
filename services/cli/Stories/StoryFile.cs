namespace SlaPlatform.Cli.Stories;

/// <summary>A story of a ticket as a file tells it. The README documents every key.</summary>
internal sealed class StoryFile
{
    /// <summary>Under which plans. At least one.</summary>
    public List<ScenarioEntry> Scenarios { get; set; } = [];

    /// <summary>Zone of times without an offset, and of calendars in the account's zone unless a scenario names its own.</summary>
    public string? Zone { get; set; }

    /// <summary>When the ticket was received.</summary>
    public string? Opened { get; set; }

    /// <summary>The level at opening, 1 to 9.</summary>
    public int? Level { get; set; }

    /// <summary>The level is only claimed, not verified.</summary>
    public bool ClaimedOnly { get; set; }

    /// <summary>The problem is in production.</summary>
    public bool? Production { get; set; }

    /// <summary>The service is unusable for the customer.</summary>
    public bool? Unusable { get; set; }

    /// <summary>What happened.</summary>
    public List<FactEntry> Facts { get; set; } = [];

    /// <summary>Until when the clock runs; unset means the last fact.</summary>
    public string? Until { get; set; }
}
