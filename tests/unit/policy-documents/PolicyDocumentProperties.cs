using CsCheck;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class PolicyDocumentProperties
{
    private const string Seed = "0000KOIPe036";

    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void OrderOfKeysDoesNotChangeTheHash(string id)
    {
        var hash = Documents.Parsed(id).ContentHash;

        Gen.Int.Sample(
            seed => Assert.Equal(hash, PolicyDocument.Parse(KeyShuffle.Shuffle(Documents.Parsed(id).CanonicalBytes, new Random(seed))).ContentHash),
            seed: Seed, iter: 20, threads: 1);
    }

    [Fact]
    public void DamagedDocumentsNeverThrow()
    {
        var texts = Documents.Ids.Select(Documents.Text).ToArray();
        var damage = Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 30_000], Gen.Int[0, 40], Gen.OneOf(Gen.String[0, 12], Gen.String[Gen.Char["{}[]:,&*!|>'\"%@`#-?\n\t \\"], 0, 12]));

        damage.Sample(
            cut =>
            {
                var (which, at, length, put) = cut;
                var text = texts[which];
                at %= text.Length;
                var parsed = PolicyDocument.Parse(string.Concat(text.AsSpan(0, at), put, text.AsSpan(Math.Min(at + length, text.Length))));
                Assert.Equal(parsed.Problems.IsEmpty, parsed.IsValid);
                Assert.All(parsed.Problems, problem => Assert.True(problem.Line >= 1 && problem.Column >= 1 && problem.Message.Length > 0));
            },
            seed: Seed, iter: 400, threads: 1);
    }

    [Fact]
    public void ArbitraryBytesNeverThrow() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.False(PolicyDocument.Parse(bytes).IsValid), seed: Seed, iter: 2000, threads: 1);

    [Fact]
    public void ChangedAmountsSurviveTheRoundTrip()
    {
        var amounts = Gen.OneOf(
            Gen.Int[1, 100_000].Select(seconds => $"{seconds}s"),
            Gen.Int[1, 500].Select(days => $"{days} calendar_days"),
            Gen.Int[1, 500].Select(days => $"{days} business_days"),
            Gen.Int[1, 100].Select(months => $"{months} months"));

        amounts.Sample(
            amount =>
            {
                var parsed = PolicyDocument.Parse(Documents.Text("demo").Replace("within: 40s", $"within: {amount}", StringComparison.Ordinal));
                var again = PolicyDocument.Parse(parsed.CanonicalBytes.AsSpan());
                Assert.Empty(again.Problems);
                PolicyEquality.AssertEqual(parsed.Policy!, again.Policy!);
                Assert.Equal(parsed.ContentHash, again.ContentHash);
            },
            seed: Seed, iter: 100, threads: 1);
    }
}
