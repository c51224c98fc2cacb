namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>The stages of a ticket's life.</summary>
public enum Phase
{
    /// <summary>Being worked on, or held up.</summary>
    Open,

    /// <summary>Resolved; may be reopened.</summary>
    Resolved,

    /// <summary>Closed; may be reopened.</summary>
    Closed,

    /// <summary>Goes on in another ticket.</summary>
    Merged,
}
