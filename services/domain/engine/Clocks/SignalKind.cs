namespace SlaPlatform.Engine.Clocks;

/// <summary>What a signal tells.</summary>
public enum SignalKind
{
    /// <summary>A milestone is nearing its due time.</summary>
    Warned,

    /// <summary>A milestone passed its due time unmet.</summary>
    Breached,

    /// <summary>A milestone was met in time.</summary>
    Met,

    /// <summary>A milestone was met after its due time.</summary>
    MetLate,

    /// <summary>A rung of the escalation ladder was reached.</summary>
    RungReached,

    /// <summary>A ticket that waits on the customer will close by itself soon.</summary>
    AutoCloseWarned,

    /// <summary>A ticket that waited on the customer closed by itself.</summary>
    AutoClosed,

    /// <summary>An earlier signal turned out not to be so.</summary>
    Retracted,
}
