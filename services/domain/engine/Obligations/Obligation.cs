using NodaTime;

namespace SlaPlatform.Engine.Obligations;

/// <summary>Something owed on a date.</summary>
/// <param name="Id">Its id in its account; the same whenever it is worked out.</param>
/// <param name="Rule">What is owed.</param>
/// <param name="DueTime">The last instant to do it, exclusive for a period's end.</param>
/// <param name="DueDate">The last day to do it, in the subscription's zone.</param>
/// <param name="Reference">What it is owed for; empty for a period.</param>
public sealed record Obligation(string Id, ObligationRule Rule, Instant DueTime, LocalDate DueDate, string Reference)
{
    /// <summary>When it was done; null when it was not.</summary>
    public Instant? CompleteTime { get; init; }

    /// <summary>How it stands at an instant. What is not binding is never missed nor done late.</summary>
    public ObligationState StateAt(Instant now) => CompleteTime switch
    {
        { } done when done <= DueTime || !Rule.IsBinding => ObligationState.Done,
        not null => ObligationState.DoneLate,
        null when now > DueTime && Rule.IsBinding => ObligationState.Missed,
        _ => ObligationState.Due,
    };
}
