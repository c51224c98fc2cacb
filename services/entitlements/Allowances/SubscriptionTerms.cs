using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>The versions of one subscription, the sunsets it left for, and the revisions it is under.</summary>
internal sealed record SubscriptionTerms(
    SubscriptionName Name, IReadOnlyList<SubscriptionVersionRow> Versions, IReadOnlyCollection<TerminationRow> Terminations, PolicyHistories Policies)
{
    /// <summary>The products on the order; empty means all.</summary>
    public ImmutableSortedSet<string> Products { get; init; } = [];

    /// <summary>Whether the order covers an instance; what has no label stands for all that the account has.</summary>
    public bool Covers(string instance) => instance.Length == 0 || Products.IsEmpty || Products.Contains(instance);

    /// <summary>The features that were ever granted.</summary>
    public ImmutableSortedSet<string> Features => AllowanceTermsBuilder.Features(Versions, Policies);

    /// <summary>The terms of a feature.</summary>
    /// <exception cref="RefusalException">It was never granted.</exception>
    public AllowanceTerms Of(string feature)
    {
        var terms = AllowanceTermsBuilder.Build(Versions, Policies, feature, Terminations.FirstOrDefault(left => left.Feature == feature)?.OverFrom);
        return terms.HasRule ? terms : throw LedgerRefusals.NoAllowance(new AllowanceName(Name.Account, Name.Subscription, feature));
    }

    /// <summary>The same with what was changed since; refused when that is under a policy that was not asked for.</summary>
    public SubscriptionTerms With(IReadOnlyList<SubscriptionVersionRow> versions, IReadOnlyCollection<TerminationRow> terminations) =>
        Policies.Have(versions) ? this with { Versions = versions, Terminations = terminations } : throw Refusals.ConcurrentWrite(Name.Format());

    /// <summary>A feature's name at a time, in a language; its id where no revision names it.</summary>
    public string TitleOf(string feature, Instant at, string language) =>
        (Policies.At(VersionAt(at), at)?.Policy.Features.FirstOrDefault(known => known.Id == feature) ?? Named(feature))?.Name.In(language) ?? feature;

    /// <summary>The policy at a time within the term, or null.</summary>
    public Policy? PolicyAt(Instant at) => VersionAt(at) is var version && version.Start() <= at && at < version.End() ? Policies.At(version, at)?.Policy : null;

    /// <summary>The version that counts at a time; before the first, the first.</summary>
    public SubscriptionVersionRow VersionAt(Instant at) => Versions.LastOrDefault(version => version.FromTime <= at) ?? Versions[0];

    private Feature? Named(string feature) => Versions.SelectMany(Policies.Of).SelectMany(known => known.Revision.Policy.Features).LastOrDefault(known => known.Id == feature);
}
