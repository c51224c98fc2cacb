using System.Collections.Concurrent;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyClient;

/// <summary>Revisions in memory by content hash and by name. Policies have few revisions; a bound keeps a flood of them from filling the memory.</summary>
internal sealed class RevisionCache
{
    private const int MostRevisions = 1000;

    private readonly ConcurrentDictionary<string, PolicyRevision> _byHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Policy, string Id), string> _hashes = new();

    public PolicyRevision? Find(string hash) => _byHash.GetValueOrDefault(hash);

    public PolicyRevision? FindById(string policyId, string id) => _hashes.TryGetValue((policyId, id), out var hash) ? Find(hash) : null;

    public PolicyRevision Add(PolicyRevision revision)
    {
        if (_byHash.Count >= MostRevisions)
        {
            _byHash.Clear();
            _hashes.Clear();
        }

        _hashes[(revision.Policy.Id, revision.Id)] = revision.ContentHash;
        return _byHash.GetOrAdd(revision.ContentHash, revision);
    }
}
