using NodaTime;
using SlaPlatform.Engine.Currencies;

namespace SlaPlatform.Engine.Sunsets;

/// <summary>An account that wants to leave for a sunset, or whose whole agreement the vendor ends for it.</summary>
public sealed record TerminationRequest
{
    /// <summary>First and last day of the account's term, both inclusive.</summary>
    public required DateInterval Term { get; init; }

    /// <summary>Whether the account's plan has the feature.</summary>
    public required bool HasFeature { get; init; }

    /// <summary>Day of the account's written notice.</summary>
    public required LocalDate Notice { get; init; }

    /// <summary>The day of effect, the last paid one; null for the earliest that the rules allow.</summary>
    public LocalDate? Effect { get; init; }

    /// <summary>Prepaid fees for the whole term of what would be terminated; zero or more.</summary>
    public required decimal Fees { get; init; }

    /// <summary>The fees' currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Whether the vendor ends the whole agreement instead of the feature.</summary>
    public bool WholeAgreement { get; init; }
}
