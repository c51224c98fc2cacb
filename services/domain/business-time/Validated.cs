using System.Collections.Immutable;

namespace SlaPlatform.BusinessTime;

/// <summary>Makes <see cref="Validated{T}"/> values.</summary>
public static class Validated
{
    /// <summary>A value that was found sound.</summary>
    public static Validated<T> Valid<T>(T value) => new Validated<T>.Valid(value);

    /// <summary>A refusal with its violations, of which there must be at least one.</summary>
    public static Validated<T> Invalid<T>(params IEnumerable<Violation> violations) => new Validated<T>.Invalid([.. violations]);

    /// <summary>The value when there are no violations, else all of them.</summary>
    public static Validated<T> From<T>(IReadOnlyCollection<Violation> violations, Func<T> value) =>
        violations.Count == 0 ? Valid(value()) : Invalid<T>(violations);

    /// <summary>All values in order, or the violations of every invalid one.</summary>
    public static Validated<ImmutableArray<T>> All<T>(IEnumerable<Validated<T>> items)
    {
        var values = ImmutableArray.CreateBuilder<T>();
        var violations = new List<Violation>();
        foreach (var item in items)
        {
            item.Match(value => { values.Add(value); return 0; }, found => { violations.AddRange(found); return 0; });
        }

        return From(violations, values.ToImmutable);
    }
}
