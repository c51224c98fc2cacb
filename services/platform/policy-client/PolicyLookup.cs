using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyClient;

/// <summary>What the catalog knows of a policy that was asked for.</summary>
public abstract record PolicyLookup
{
    private PolicyLookup()
    {
    }

    /// <summary>The revision, or null when there is none.</summary>
    public PolicyRevision? RevisionOrNull => this is Found found ? found.Revision : null;

    /// <summary>There it is.</summary>
    /// <param name="Revision">The revision asked for, or in force at the time asked for.</param>
    public sealed record Found(PolicyRevision Revision) : PolicyLookup;

    /// <summary>The catalog has no such policy.</summary>
    public sealed record UnknownPolicy : PolicyLookup;

    /// <summary>The policy has no such revision.</summary>
    public sealed record UnknownRevision : PolicyLookup;

    /// <summary>The policy has no revision in force at the time asked for.</summary>
    public sealed record NoneInForce : PolicyLookup;
}
