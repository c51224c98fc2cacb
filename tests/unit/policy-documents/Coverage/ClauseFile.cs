using SlaPlatform.PolicyDocuments.Tests.Support;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>The clauses of a vendor's terms, read from <c>tests/coverage</c>.</summary>
internal static class ClauseFile
{
    public static IReadOnlyList<Clause> Of(string policy)
    {
        var path = Path.Combine(Repository.Root, "tests", "coverage", $"{policy}.yaml");
        var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Written>(File.ReadAllText(path));
        Assert.Equal(policy, file.Policy);
        return [.. file.Clauses.Select(clause => new Clause(clause.Clause, clause.Data, clause.Rpcs, clause.Proof))];
    }

    private sealed class Written
    {
        public string Policy { get; set; } = "";

        public List<WrittenClause> Clauses { get; set; } = [];
    }

    private sealed class WrittenClause
    {
        public string Clause { get; set; } = "";

        public List<string> Data { get; set; } = [];

        public List<string> Rpcs { get; set; } = [];

        public List<string> Proof { get; set; } = [];
    }
}
