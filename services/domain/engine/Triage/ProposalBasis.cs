using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>What a proposed level rests on.</summary>
public abstract record ProposalBasis
{
    private ProposalBasis()
    {
    }

    /// <summary>The id that assessments name: the rule's own, <c>matrix</c>, <c>default</c> or <c>none</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The first rule that the report passes.</summary>
    /// <param name="Rule">That rule.</param>
    public sealed record ByRule(SeverityRule Rule) : ProposalBasis
    {
        /// <inheritdoc/>
        public override string Id => Rule.Id;
    }

    /// <summary>The urgency by impact matrix.</summary>
    /// <param name="Urgency">The reported urgency.</param>
    /// <param name="Impact">The reported impact.</param>
    /// <param name="Source">Where the matrix is stated.</param>
    public sealed record ByMatrix(string Urgency, string Impact, string Source) : ProposalBasis
    {
        /// <inheritdoc/>
        public override string Id => "matrix";
    }

    /// <summary>No rule matched; the policy's default level.</summary>
    public sealed record ByDefault : ProposalBasis
    {
        /// <inheritdoc/>
        public override string Id => "default";
    }

    /// <summary>No rule matched and the policy has no default level.</summary>
    public sealed record NoMatch : ProposalBasis
    {
        /// <inheritdoc/>
        public override string Id => "none";
    }
}
