using SlaPlatform.PolicyDocuments.Tests.Support;

namespace SlaPlatform.PolicyDocuments.Tests.Coverage;

/// <summary>Nothing in the vendors' terms is without data, rpc and proof, and nothing in a document is without a clause.</summary>
public sealed class CoverageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "services", "docs", "coverage.md");

    public static TheoryData<string> Ids => ["domo", "collibra", "zmanda", "xtm"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Clauses_OfAVendor_AllHaveDataRpcsAndProof(string id)
    {
        var clauses = ClauseFile.Of(id);

        Assert.NotEmpty(clauses);
        Assert.All(clauses, clause => Assert.True(clause is { Text.Length: > 0, Data.Count: > 0, Rpcs.Count: > 0, Proof.Count: > 0 }, clause.Text));
        Assert.Distinct(clauses.Select(clause => clause.Text));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Data_OfEachClause_IsInTheDocument(string id)
    {
        var paths = PolicyElements.Of(Documents.Policy(id)).Select(element => element.Path).ToList();

        Assert.All(ClauseFile.Of(id).SelectMany(clause => clause.Data), pattern => Assert.True(paths.Exists(path => Clause.Matches(pattern, path)), $"Nothing in the document is at {pattern}."));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Parts_OfADocument_AllHaveAClause(string id)
    {
        var patterns = ClauseFile.Of(id).SelectMany(clause => clause.Data).ToList();

        Assert.All(PolicyElements.Of(Documents.Policy(id)), element => Assert.True(patterns.Exists(pattern => Clause.Matches(pattern, element.Path)), $"No clause names {element.Path}."));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rpcs_OfEachClause_AreInTheContracts(string id) =>
        Assert.Empty(ClauseFile.Of(id).SelectMany(clause => clause.Rpcs).Except(Proofs.Rpcs));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Proof_OfEachClause_IsATestOrAVectorOfThePolicy(string id) => Assert.All(
        ClauseFile.Of(id).SelectMany(clause => clause.Proof),
        proof => Assert.True(Proofs.Tests.ContainsKey(proof) || Proofs.Vectors.GetValueOrDefault(proof) == id, $"{proof} is neither a test nor a vector of {id}."));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Vectors_OfAPolicy_AllProveAClause(string id)
    {
        var proofs = ClauseFile.Of(id).SelectMany(clause => clause.Proof).ToHashSet();
        var kinds = new[] { "milestone", "ladder" };

        Assert.Empty(Vector.All()
            .Where(vector => vector.Text("policy") == id && kinds.Contains(vector.Text("kind")))
            .Select(vector => vector.Name)
            .Except(proofs));
    }

    [Fact]
    public void Page_IsWhatTheDocumentsAndClausesGive()
    {
        var table = CoverageTable.Of(Ids.Select(row => Documents.Policy(row.Data)));
        if (Environment.GetEnvironmentVariable("SLA_WRITE_COVERAGE") == "1")
        {
            File.WriteAllText(Page, table);
        }

        // Line by line, so that a failure shows the row that differs.
        Assert.Equal(table.Split('\n'), File.ReadAllText(Page).ReplaceLineEndings("\n").Split('\n'));
    }
}
