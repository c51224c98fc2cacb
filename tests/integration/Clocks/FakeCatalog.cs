using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>The repository's policy documents, and two more: one with targets of a second, one with targets of years. In force since 2020.</summary>
internal sealed class FakeCatalog : PlanCatalogService.PlanCatalogServiceClient
{
    private readonly Dictionary<string, ParsedPolicy> _policies = new[] { Read("policies/xtm.yaml"), Read("development-policies/demo.yaml"), Fast(), Years() }
        .ToDictionary(policy => policy.Policy!.Id);

    private readonly Dictionary<string, ParsedPolicy> _earlier = [];

    /// <summary>Since when each policy is in force; asked for an earlier time it refuses. Default: it never does.</summary>
    public DateTimeOffset? FirstRevision { get; init; }

    /// <summary>How often it was asked for a policy.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether the service answers.</summary>
    public bool IsDown { get; set; }

    public (string Id, string Hash) RevisionOf(string policy) => (_policies[policy].ContentHash![..12], _policies[policy].ContentHash!);

    public byte[] CanonicalOf(string policy) => [.. _policies[policy].CanonicalBytes];

    /// <summary>Puts a revision in force; the one of before is still there by its name.</summary>
    public void Publish(string policy, Func<string, string> change)
    {
        var (known, revised) = (_policies[policy], Sound(change(File.ReadAllText(Repository.PathOf($"services/catalog/policies/{policy}.yaml")))));
        Assert.NotEqual(known.ContentHash, revised.ContentHash);
        _earlier[known.ContentHash![..12]] = known;
        _policies[policy] = revised;
    }

    public override AsyncUnaryCall<Policy> GetPolicyAsync(GetPolicyRequest request, CallOptions options) => Calls.Answer(() =>
    {
        if (IsDown)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        }

        Asked++;
        if (request.AsOfTime is { } asOf && asOf.ToDateTimeOffset() < FirstRevision)
        {
            throw Refusals.FailedPrecondition(ErrorReason.NoRevisionInForce, request.Name, "There was none.").ToStatus().ToRpcException();
        }

        var name = request.Name["policies/".Length..].Split('@');
        var id = name[0];
        if (!(name.Length > 1 && _earlier.TryGetValue(name[1], out var policy)) && !_policies.TryGetValue(id, out policy))
        {
            throw Refusals.NotFound(ErrorReason.PolicyNotFound, request.Name, "list policies with ListPolicies").ToStatus().ToRpcException();
        }

        return new Policy
        {
            Name = $"policies/{id}",
            RevisionName = $"policies/{id}@{policy.ContentHash![..12]}",
            EffectiveTime = Timestamp.FromDateTimeOffset(FirstRevision ?? new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            DocumentSha256 = policy.ContentHash,
            Document = ByteString.CopyFrom([.. policy.CanonicalBytes]),
        };
    });

    private static ParsedPolicy Read(string file) => Sound(File.ReadAllText(Repository.PathOf($"services/catalog/{file}")));

    private static ParsedPolicy Fast() => Sound(File.ReadAllText(Repository.PathOf("services/catalog/development-policies/demo.yaml"))
        .Replace("policy: demo", "policy: fast", StringComparison.Ordinal)
        .Replace("initial_response: 10s", "initial_response: 1s", StringComparison.Ordinal)
        .Replace("within: 40s", "within: 3s", StringComparison.Ordinal)
        .Replace(", 5s before]", "]", StringComparison.Ordinal)
        .Replace("every: 10s", "every: 1s", StringComparison.Ordinal));

    private static ParsedPolicy Years() => Sound(File.ReadAllText(Repository.PathOf("services/catalog/development-policies/demo.yaml"))
        .Replace("policy: demo", "policy: years", StringComparison.Ordinal)
        .Replace("initial_response: 10s", "initial_response: 80000h", StringComparison.Ordinal)
        .Replace("within: 40s", "within: 90000h", StringComparison.Ordinal)
        .Replace("every: 10s", "every: 30000h", StringComparison.Ordinal));

    private static ParsedPolicy Sound(string yaml)
    {
        var parsed = PolicyDocument.Parse(yaml);
        Assert.True(parsed.IsValid, string.Join(" ", parsed.Problems.Select(problem => problem.Message)));
        return parsed;
    }
}
