using System.Collections.Concurrent;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Clocks.Policies;

/// <summary>The terms that tickets run under, read from the clock's own store and kept in memory. Safe for concurrent use.</summary>
internal sealed class PlanBooks(PolicyShelf shelf)
{
    private const int MostKept = 5000;

    private readonly ConcurrentDictionary<string, Policy> policies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PlanReference, PlanTerms> terms = new();

    /// <summary>The terms of every plan named.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    /// <exception cref="JournalFormatException">A document is missing, or this version cannot read it.</exception>
    public async Task<PlanBook> Of(IEnumerable<PlanReference> plans)
    {
        var book = new PlanBook([]);
        foreach (var plan in plans.Distinct())
        {
            book = book.With(plan, terms.TryGetValue(plan, out var found) ? found : Keep(plan, await Resolve(plan)));
        }

        return book;
    }

    /// <summary>The policy with a content hash, or null when the store does not have it.</summary>
    public async Task<Policy?> Find(string contentHash)
    {
        if (policies.TryGetValue(contentHash, out var known))
        {
            return known;
        }

        return await shelf.Find(contentHash) is { } document ? policies.GetOrAdd(contentHash, Read(contentHash, document)) : null;
    }

    /// <summary>The policy if the store has it now; memory alone does not count, since a flushed or restarted Redis knows nothing of it.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public async Task<Policy?> FindStored(string contentHash) => await shelf.Has(contentHash) ? await Find(contentHash) : null;

    /// <summary>Stores a canonical document for ever, and only then keeps it in memory.</summary>
    /// <exception cref="JournalUnavailableException">Redis did not answer; the document may be stored or not.</exception>
    public async Task<Policy> Store(string contentHash, byte[] document)
    {
        var policy = Read(contentHash, document);
        await shelf.Store(contentHash, document);
        return policies.GetOrAdd(contentHash, policy);
    }

    private async Task<PlanTerms> Resolve(PlanReference plan)
    {
        var policy = await Find(plan.RevisionHash)
            ?? throw new JournalFormatException($"The policy document {plan.RevisionHash} that a ticket runs under is not in Redis; restore it from the catalog.");
        return PlanTerms.Resolve(policy, plan.Plan, plan.Terms).OrThrow();
    }

    private static Policy Read(string contentHash, byte[] document)
    {
        try
        {
            return StoredDocument.Read(contentHash, document);
        }
        catch (InvalidDataException e)
        {
            throw new JournalFormatException($"The policy document {contentHash} cannot be used. {e.Message}");
        }
    }

    private PlanTerms Keep(PlanReference plan, PlanTerms resolved)
    {
        if (terms.Count >= MostKept)
        {
            terms.Clear();
        }

        return terms.GetOrAdd(plan, resolved);
    }
}
