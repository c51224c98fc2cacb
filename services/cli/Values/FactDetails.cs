namespace SlaPlatform.Cli.Values;

/// <summary>What belongs to a fact besides its name. Unset means not given.</summary>
internal class FactDetails
{
    /// <summary>Why it waits, is paused, closed or has another severity.</summary>
    public string? Reason { get; set; }

    /// <summary>Support's level.</summary>
    public int? Level { get; set; }

    /// <summary>The customer's level.</summary>
    public int? ClaimedLevel { get; set; }

    /// <summary>The contact that agreed to support's level.</summary>
    public string? AgreedBy { get; set; }

    /// <summary>The line that has the ticket.</summary>
    public string? Line { get; set; }

    /// <summary>Who or what caused a confirmed problem.</summary>
    public string? Cause { get; set; }

    /// <summary>The plan the ticket moves to.</summary>
    public string? Plan { get; set; }

    /// <summary>The readings of that plan.</summary>
    public Dictionary<string, string>? Readings { get; set; }

    /// <summary>The clause of an exclusion.</summary>
    public string? Clause { get; set; }

    /// <summary>What an exclusion rests on.</summary>
    public string? Evidence { get; set; }

    /// <summary>The release that brings the fix of a resolution.</summary>
    public string? Release { get; set; }

    /// <summary>The ticket it goes on in.</summary>
    public string? Into { get; set; }

    /// <summary>Who did it.</summary>
    public string? Actor { get; set; }
}
