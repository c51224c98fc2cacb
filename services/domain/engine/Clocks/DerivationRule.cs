namespace SlaPlatform.Engine.Clocks;

/// <summary>Why a stretch of a derivation counts or does not.</summary>
public enum DerivationRule
{
    /// <summary>It counts.</summary>
    Counted,

    /// <summary>Outside the calendar's windows.</summary>
    Closed,

    /// <summary>On a holiday of the calendar.</summary>
    Holiday,

    /// <summary>Paused; the detail says why.</summary>
    Paused,

    /// <summary>Excluded; the detail names the clause.</summary>
    Excluded,

    /// <summary>The start waits for an opening or for a second event.</summary>
    Gate,
}
