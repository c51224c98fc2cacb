using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>What a policy states in one place.</summary>
public abstract record StatedValue
{
    private StatedValue()
    {
    }

    /// <summary>Whether two values say the same.</summary>
    /// <param name="other">The other one.</param>
    public virtual bool SaysTheSame(StatedValue other) => Equals(other);

    /// <summary>There is such a thing; what it is like is stated below it.</summary>
    /// <param name="Name">What readers call it.</param>
    public sealed record Thing(LocalizedText Name) : StatedValue
    {
        /// <inheritdoc/>
        public override bool SaysTheSame(StatedValue other) => other is Thing;
    }

    /// <summary>A text for readers.</summary>
    /// <param name="Words">The text.</param>
    public sealed record Text(LocalizedText Words) : StatedValue;

    /// <summary>A word, number or list in the document's own form; empty for an empty list.</summary>
    /// <param name="Form">As the canonical document writes it, lists with commas between.</param>
    public sealed record Code(string Form) : StatedValue;

    /// <summary>What is promised of a milestone.</summary>
    /// <param name="Promise">The promise; how it is counted is stated below it.</param>
    public sealed record Promised(Commitment Promise) : StatedValue
    {
        /// <summary>Whether something is stated below it.</summary>
        public bool IsTimed => Promise.IsTimed;

        /// <inheritdoc/>
        public override bool SaysTheSame(StatedValue other) =>
            other is Promised { Promise: var promise } && promise.GetType() == Promise.GetType() && promise.Timing?.Amount == Promise.Timing?.Amount;
    }

    /// <summary>What a plan has of a feature.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Offered(FeatureValue Value) : StatedValue;

    /// <summary>The order of things; those that only one document has do not count.</summary>
    /// <param name="Ids">Their ids.</param>
    public sealed record Order(ImmutableArray<string> Ids) : StatedValue
    {
        /// <inheritdoc/>
        public override bool SaysTheSame(StatedValue other) => other is Order { Ids: var ids } && Ids.Where(ids.Contains).SequenceEqual(ids.Where(Ids.Contains));
    }
}
