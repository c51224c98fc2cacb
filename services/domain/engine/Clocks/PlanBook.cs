using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>The resolved terms that a ticket's facts refer to.</summary>
/// <param name="Terms">The terms by reference.</param>
public sealed record PlanBook(ImmutableDictionary<PlanReference, PlanTerms> Terms)
{
    /// <summary>A book of one entry.</summary>
    public static PlanBook Of(PlanReference reference, PlanTerms terms) =>
        new(ImmutableDictionary<PlanReference, PlanTerms>.Empty.Add(reference, terms));

    /// <summary>The book with another entry.</summary>
    public PlanBook With(PlanReference reference, PlanTerms terms) => new(Terms.SetItem(reference, terms));

    /// <summary>The terms that a reference names.</summary>
    /// <exception cref="KeyNotFoundException">The book lacks them: the caller must load every reference before it decides.</exception>
    public PlanTerms this[PlanReference reference] => Terms.TryGetValue(reference, out var terms)
        ? terms
        : throw new KeyNotFoundException($"The terms of plan '{reference.Plan}' at revision '{reference.RevisionHash}' are not loaded.");

    /// <summary>Whether the book has the terms.</summary>
    public bool Has(PlanReference reference) => Terms.ContainsKey(reference);
}
