using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Something about an assessment that a person should look at; it changes no level.</summary>
public abstract record AssessmentWarning
{
    private AssessmentWarning()
    {
    }

    /// <summary>What is described fits another level than the one proposed.</summary>
    /// <param name="Rule">The rule it fits.</param>
    /// <param name="Fits">That rule's level.</param>
    /// <param name="Proposed">The proposed level.</param>
    public sealed record DescriptionFitsAnotherLevel(SeverityRule Rule, SeverityLevel Fits, SeverityLevel Proposed) : AssessmentWarning;

    /// <summary>The customer's claim departs from the proposal.</summary>
    /// <param name="Claimed">The claimed level.</param>
    /// <param name="Proposed">The proposed level.</param>
    /// <param name="Reason">The customer's reason, or null when none was given.</param>
    public sealed record ClaimDeparts(SeverityLevel Claimed, SeverityLevel Proposed, string? Reason) : AssessmentWarning;

    /// <summary>Support's level departs from the customer's claim.</summary>
    /// <param name="Claimed">The claimed level.</param>
    /// <param name="Assigned">Support's level.</param>
    /// <param name="NeedsAgreement">Whether it rules only once an authorized contact agrees, and none has.</param>
    public sealed record AssignmentDeparts(SeverityLevel Claimed, SeverityLevel Assigned, bool NeedsAgreement) : AssessmentWarning;

    /// <summary>The report is written in a language in which no support is given.</summary>
    /// <param name="Written">The report's language.</param>
    /// <param name="Given">The languages of support.</param>
    public sealed record NotInSupportLanguage(string Written, ImmutableArray<string> Given) : AssessmentWarning
    {
        /// <inheritdoc/>
        public bool Equals(NotInSupportLanguage? other) => other is not null && Written == other.Written && Given.SequenceEqual(other.Given);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Written, Given.Length);
    }
}
