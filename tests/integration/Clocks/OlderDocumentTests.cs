using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.PolicyClient;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A revision whose bytes another version wrote, so that this version would write others for what they say.</summary>
public sealed class OlderDocumentTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static readonly byte[] Older = [.. new FakeCatalog().CanonicalOf("xtm"), (byte)'\n'];
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Older));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PolicySource_DocumentOfItsHash_IsThatRevision()
    {
        var found = await Source(Hash).GetCurrentAsync("xtm", null, Cancel);

        Assert.Equal(Hash, found.RevisionOrNull?.ContentHash);
    }

    [Fact]
    public async Task PolicySource_DocumentOfAnotherHash_IsNoRevision() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Source(new FakeCatalog().RevisionOf("xtm").Hash).GetCurrentAsync("xtm", null, Cancel));

    [Fact]
    public async Task PlanBooks_DocumentOfItsHash_IsKeptAndReadAgain()
    {
        await clock.Services.GetRequiredService<PlanBooks>().Store(Hash, Older);

        var read = await new PlanBooks(clock.Services.GetRequiredService<PolicyShelf>()).Find(Hash);

        Assert.Equal("xtm", read?.Id);
    }

    [Fact]
    public async Task PlanBooks_DocumentOfAnotherHash_IsRefused() =>
        await Assert.ThrowsAsync<JournalFormatException>(() => clock.Services.GetRequiredService<PlanBooks>().Store(new string('a', 64), Older));

    private static PolicySource Source(string hash) => new(new Answering(hash), new FakeTimeProvider());

    private sealed class Answering(string hash) : PlanCatalogService.PlanCatalogServiceClient
    {
        private readonly FakeCatalog _catalog = new();

        public override AsyncUnaryCall<Policy> GetPolicyAsync(GetPolicyRequest request, CallOptions options) => Calls.Answer(() =>
        {
            var answer = _catalog.GetPolicyAsync(request, options).ResponseAsync.GetAwaiter().GetResult();
            answer.DocumentSha256 = hash;
            answer.Document = ByteString.CopyFrom(Older);
            return answer;
        });
    }
}
