namespace SlaPlatform.PolicyDocuments.Tests.Tables;

/// <summary>What the shipped documents promise, against tables written by hand from the vendors' terms.</summary>
public sealed class PolicyTableTests
{
    [Theory]
    [InlineData("domo", DomoTable.Text)]
    [InlineData("collibra", CollibraTable.Text)]
    [InlineData("zmanda", ZmandaTable.Text)]
    [InlineData("xtm", XtmTable.Text)]
    public void Parse_ShippedDocument_PromisesWhatTheTableSays(string id, string table) =>
        Assert.Equal(table.ReplaceLineEndings("\n").Split('\n'), PolicyTable.Of(Documents.Policy(id)));
}
