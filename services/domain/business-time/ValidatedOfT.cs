using System.Collections.Immutable;

namespace SlaPlatform.BusinessTime;

/// <summary>The outcome of parsing or checking: the value, or everything that is wrong with it at once.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record Validated<T>
{
    private Validated()
    {
    }

    /// <summary>Whether a value stands.</summary>
    public bool IsValid => this is Valid;

    /// <summary>The violations; empty when valid.</summary>
    public ImmutableArray<Violation> Violations => this is Invalid invalid ? invalid.Reasons : [];

    /// <summary>Answers with one of two functions.</summary>
    public TResult Match<TResult>(Func<T, TResult> valid, Func<ImmutableArray<Violation>, TResult> invalid) => this switch
    {
        Valid some => valid(some.Value),
        _ => invalid(Violations),
    };

    /// <summary>Transforms the value, keeps the violations.</summary>
    public Validated<TResult> Map<TResult>(Func<T, TResult> transform) =>
        Match(value => Validated.Valid(transform(value)), found => Validated.Invalid<TResult>(found));

    /// <summary>Goes on with a step that can refuse as well; not taken when already invalid.</summary>
    public Validated<TResult> Then<TResult>(Func<T, Validated<TResult>> next) =>
        Match(next, found => Validated.Invalid<TResult>(found));

    /// <summary>The value, for callers that know it is sound.</summary>
    /// <exception cref="InvalidOperationException">There are violations; the message lists them.</exception>
    public T OrThrow() => Match(
        value => value,
        found => throw new InvalidOperationException(string.Join(" ", found.Select(v => $"{v.Field}: {v.Description}"))));

    /// <summary>The value was found sound.</summary>
    /// <param name="Value">That value.</param>
    public sealed record Valid(T Value) : Validated<T>;

    /// <summary>The value was refused.</summary>
    public sealed record Invalid : Validated<T>
    {
        /// <summary>A refusal for the given reasons.</summary>
        /// <exception cref="ArgumentException">There is no reason.</exception>
        public Invalid(ImmutableArray<Violation> violations)
        {
            if (violations.IsDefaultOrEmpty)
            {
                throw new ArgumentException("A refusal names at least one violation.", nameof(violations));
            }

            Reasons = violations;
        }

        internal ImmutableArray<Violation> Reasons { get; }

        /// <summary>Equal when the violations are equal and in the same order.</summary>
        public bool Equals(Invalid? other) => other is not null && Reasons.SequenceEqual(other.Reasons);

        /// <inheritdoc/>
        public override int GetHashCode() => Sequences.HashOf(Reasons);
    }
}
