namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>The stages of a ticket's life.</summary>
internal enum Phase
{
    Open,
    Resolved,
    Closed,
    Merged,
}
