using System.Text.RegularExpressions;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Platform.Tests.Contracts;

public sealed partial class ErrorReasonTests
{
    [Fact]
    public void ToWireName_EveryReason_RoundTripsWithoutPrefix() => Assert.All(Enum.GetValues<ErrorReason>(), reason =>
    {
        Assert.DoesNotContain("ERROR_REASON", reason.ToWireName(), StringComparison.Ordinal);
        Assert.Equal(reason, ErrorReasonNames.FromWireName(reason.ToWireName()));
    });

    [Fact]
    public void ToWireName_UnknownNumber_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ((ErrorReason)9999).ToWireName());

    [Fact]
    public void FromWireName_Unknown_IsUnspecified() => Assert.Equal(ErrorReason.Unspecified, ErrorReasonNames.FromWireName("FROM_THE_FUTURE"));

    [Fact]
    public void ErrorTable_StatesTheStatusOfEveryReason_AsTheEnumDoes()
    {
        var declared = Declaration().Matches(File.ReadAllText(Path.Combine(ErrorTable.Protos, "slaplatform", "vocabulary", "v1", "error_reason.proto")))
            .Select(match => (Reason: match.Groups["reason"].Value, Status: match.Groups["status"].Value));
        var listed = ErrorTable.Rows.Select(row => (row.Reason, row.Status));

        Assert.Equal(Enum.GetValues<ErrorReason>().Length - 1, declared.Count());
        Assert.Equal(declared, listed);
    }

    [GeneratedRegex(@"// (?<status>[A-Z_]{2,})[^\n]*\n  ERROR_REASON_(?<reason>[A-Z_]+) = ")]
    private static partial Regex Declaration();
}
