using System.Text;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class StoredDocumentTests
{
    [Theory]
    [InlineData("provisions:\n  - { id: stated, text: Stated., values: { figure: \"1\" } }\n")]
    [InlineData("provisions:\n  - { id: availability-scope, text: Stated., values: { instances: own } }\n")]
    public void Read_StoredBeforeARuleOfNewDocuments_IsReadStill(string more)
    {
        var document = Encoding.UTF8.GetBytes(Documents.Text("demo") + "\n" + more);

        Assert.False(PolicyDocument.Parse(document).IsValid);
        Assert.Equal("demo", StoredDocument.Read(PolicyWriter.Hash(document), document).Id);
    }

    [Fact]
    public void Read_BytesOfAnotherHash_IsRefused()
    {
        var document = Encoding.UTF8.GetBytes(Documents.Text("demo"));

        Assert.Contains("hash", Assert.Throws<InvalidDataException>(() => StoredDocument.Read(new string('a', 64), document)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatIsNoDocument_IsRefusedWithTheProblem() =>
        Assert.Contains("severities", Assert.Throws<InvalidDataException>(() => StoredDocument.Read(PolicyWriter.Hash("policy: x"u8), "policy: x"u8)).Message, StringComparison.Ordinal);
}
