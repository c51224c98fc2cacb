using SlaPlatform.Clocks.Grains;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

public sealed class GrainContractsTests
{
    private const string Baseline = "tests/integration/Clocks/Cluster/grain-contracts.txt";

    [Fact]
    public void Contracts_OfThisBuild_AreTheBaselines()
    {
        var actual = GrainContracts.Of(typeof(ITicketGrain).Assembly);
        var file = Repository.PathOf(Baseline);
        var proposed = Path.Combine(AppContext.BaseDirectory, "grain-contracts.txt");
        File.WriteAllText(proposed, actual);

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == actual,
            $"""
            What silos say to each other has changed, and during a rolling restart old and new silos speak to each other. Add members under new ids and methods under
            new aliases; never change, renumber or reuse one that stands there; raise [Version] of an interface that gained a method. Then renew the baseline:
            cp {Path.GetRelativePath(Repository.PathOf("."), proposed)} {Baseline}
            """);
    }

    [Fact]
    public void Contracts_NameEverythingByAliases()
    {
        var contracts = GrainContracts.Of(typeof(ITicketGrain).Assembly);

        Assert.DoesNotContain("without alias", contracts, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", contracts, StringComparison.Ordinal);
    }
}
