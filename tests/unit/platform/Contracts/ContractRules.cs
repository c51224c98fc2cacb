using Google.Protobuf.Reflection;

namespace SlaPlatform.Platform.Tests.Contracts;

/// <summary>Rules of the contracts that the linter does not know.</summary>
public sealed class ContractRules
{
    private static readonly string[] ReadingVerbs =
        ["Get", "List", "Check", "Compare", "Resolve", "Validate", "Diff", "Compute", "Measure", "Assess", "Quote", "Route", "Explain", "Watch", "Simulate", "Replay"];

    // Their items carry the request ids.
    private static readonly string[] Streams = ["RecordFacts", "ImportTickets"];

    [Fact]
    public void Mutations_HaveARequestId() => Assert.All(
        ContractDescriptors.Methods.Where(method => !ReadingVerbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)) && !Streams.Contains(method.Name)),
        method => Assert.True(method.InputType.FindFieldByName("request_id") is not null, method.FullName));

    [Fact]
    public void Updates_HaveAMaskAndAnEtag() => Assert.All(
        ContractDescriptors.Methods.Where(method => method.Name.StartsWith("Update", StringComparison.Ordinal)),
        method =>
        {
            Assert.NotNull(method.InputType.FindFieldByName("update_mask"));
            Assert.NotNull(method.OutputType.FindFieldByName("etag"));
        });

    [Fact]
    public void Pages_HaveSizeAndTokens() => Assert.All(
        ContractDescriptors.Methods.Where(method => method.OutputType.FindFieldByName("next_page_token") is not null),
        method =>
        {
            Assert.NotNull(method.InputType.FindFieldByName("page_size"));
            Assert.NotNull(method.InputType.FindFieldByName("page_token"));
        });

    [Theory]
    [InlineData("google.protobuf.Timestamp", "_time")]
    [InlineData("google.protobuf.Duration", "_duration")]
    public void Fields_OfATimeType_SayItInTheirName(string type, string suffix)
    {
        var fields = ContractDescriptors.Messages
            .SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => field.FieldType == FieldType.Message && field.MessageType.FullName == type)
            .ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.True(field.Name.EndsWith(suffix, StringComparison.Ordinal), field.FullName));
    }

    [Fact]
    public void Amounts_AreNeverFloatingPoint() => Assert.All(
        ContractDescriptors.Messages.SelectMany(message => message.Fields.InDeclarationOrder()),
        field => Assert.False(field.FieldType is FieldType.Double or FieldType.Float, field.FullName));
}
