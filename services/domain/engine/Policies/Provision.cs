using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>Something that a policy states and no clock reads, as a notice period or a duty of the account.</summary>
/// <param name="Id">Its id in the policy.</param>
/// <param name="Text">What it says to a reader.</param>
/// <param name="Values">Its figures by name, in the text forms of the policy document (<c>18 months</c>, <c>8h</c>).</param>
/// <param name="Source">Where it is stated, and what of it is settled.</param>
public sealed record Provision(string Id, LocalizedText Text, ImmutableSortedDictionary<string, string> Values, string Source)
{
    /// <inheritdoc/>
    public bool Equals(Provision? other) => other is not null && Id == other.Id && Text == other.Text && Values.SequenceEqual(other.Values) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Values.Count, Source);
}
