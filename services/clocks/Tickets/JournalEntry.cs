using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>One record of a ticket's journal.</summary>
internal abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>A fact was told.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Note">What is kept with it.</param>
    public sealed record Told(RecordedFact Fact, FactNote Note) : JournalEntry;

    /// <summary>The clock raised a signal.</summary>
    /// <param name="Signal">The signal.</param>
    public sealed record Raised(Signal Signal) : JournalEntry;
}
