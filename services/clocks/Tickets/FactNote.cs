namespace SlaPlatform.Clocks.Tickets;

/// <summary>What is kept with a fact beside what the clock decides on.</summary>
internal sealed record FactNote
{
    /// <summary>A note that says nothing.</summary>
    public static FactNote None { get; } = new();

    /// <summary>Who did it, as given.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Why, where the engine's fact has no place for it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>With the opening of a ticket of the past: the digest of all that was imported; else empty.</summary>
    public string Import { get; init; } = "";

    /// <summary>With the opening: how the ticket came in.</summary>
    public Intake? Intake { get; init; }
}
