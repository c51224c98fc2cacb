using NodaTime;
using SlaPlatform.Catalog.Store;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Decides what becomes of the bundled documents beside what is stored.</summary>
internal static class BundledRevisions
{
    /// <summary>
    /// The rows to be added. A policy without revisions has its documents from their own dates on. A document that a later version of the program brings with another content
    /// is published with notice; but not over one that PublishPolicy has made, nor over one of a later date: those who put them there rule.
    /// </summary>
    /// <param name="documents">The bundled documents.</param>
    /// <param name="stored">All revisions stored; their documents are not looked at.</param>
    /// <param name="now">The time.</param>
    /// <param name="leftOut">Takes the policies whose bundled document is not used.</param>
    public static IEnumerable<RevisionRow> ToAdd(IEnumerable<ParsedPolicy> documents, IReadOnlyCollection<StoredRevision> stored, Instant now, ICollection<string> leftOut)
    {
        foreach (var document in documents)
        {
            var policy = document.Policy!;
            var revisions = stored.Where(revision => revision.PolicyId == policy.Id).ToArray();
            if (revisions.Any(revision => revision.ContentHash == document.ContentHash))
            {
                continue;
            }

            var stated = policy.EffectiveFrom.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            if (revisions.Length == 0)
            {
                yield return RevisionRow.Of(document, stated, now, RevisionOrigin.Bundled);
            }
            else if (revisions.Any(revision => revision.Origin == RevisionOrigin.Published || revision.DocumentDate > policy.EffectiveFrom))
            {
                leftOut.Add(policy.Id);
            }
            else
            {
                yield return RevisionRow.Of(document, Instant.Max(stated, now + PublicationNotice.Length), now, RevisionOrigin.Bundled);
            }
        }
    }

    /// <summary>What is stored of a revision, without its document.</summary>
    internal sealed record StoredRevision(string PolicyId, string ContentHash, LocalDate DocumentDate, RevisionOrigin Origin);
}
