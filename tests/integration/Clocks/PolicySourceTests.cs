using SlaPlatform.PolicyClient;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class PolicySourceTests
{
    private readonly FakeCatalog _catalog = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetRevisionAsync_WholeHash_IsFound()
    {
        var (_, hash) = _catalog.RevisionOf("xtm");

        Assert.NotNull((await Source().GetRevisionAsync("xtm", hash, Cancel)).RevisionOrNull);
    }

    [Fact]
    public async Task GetRevisionAsync_HashThatAgreesInTheIdOnly_IsUnknown()
    {
        var (id, _) = _catalog.RevisionOf("xtm");

        Assert.IsType<PolicyLookup.UnknownRevision>(await Source().GetRevisionAsync("xtm", id.PadRight(64, '0'), Cancel));
    }

    private PolicySource Source() => new(_catalog, TimeProvider.System);
}
