namespace SlaPlatform.Engine.Policies;

/// <summary>When a milestone starts counting. The start gate and the calendar that counts are two separate things.</summary>
public abstract record StartRule
{
    private StartRule()
    {
    }

    /// <summary>Starts when the ticket is received.</summary>
    public static StartRule OnReceipt { get; } = new At(StartEvent.Received);

    /// <summary>The event whose repetition starts a new occurrence of a recurring milestone.</summary>
    public abstract StartEvent Event { get; }

    /// <summary>Starts at the event.</summary>
    /// <param name="Trigger">The event.</param>
    public sealed record At(StartEvent Trigger) : StartRule
    {
        /// <inheritdoc/>
        public override StartEvent Event => Trigger;
    }

    /// <summary>The start waits for the calendar's next opening at or after the event.</summary>
    /// <param name="Calendar">The id of the calendar that gates the start.</param>
    /// <param name="Trigger">The event.</param>
    public sealed record NextOpening(string Calendar, StartEvent Trigger) : StartRule
    {
        /// <inheritdoc/>
        public override StartEvent Event => Trigger;
    }

    /// <summary>Starts when both events have happened, at the later of them.</summary>
    /// <param name="First">One event.</param>
    /// <param name="Second">The other event.</param>
    public sealed record LaterOf(StartEvent First, StartEvent Second) : StartRule
    {
        /// <inheritdoc/>
        public override StartEvent Event => First;
    }

    /// <summary>Is not started until <paramref name="Once"/> happens, then counts from <paramref name="From"/>: it can be breached at once.</summary>
    /// <param name="From">The event to count from.</param>
    /// <param name="Once">The event that makes it owed.</param>
    public sealed record FromOnce(StartEvent From, StartEvent Once) : StartRule
    {
        /// <inheritdoc/>
        public override StartEvent Event => From;
    }
}
