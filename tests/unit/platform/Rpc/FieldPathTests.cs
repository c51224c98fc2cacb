using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("sev2-start", "readings[sev2-start]")]
    [InlineData("a]b[c\n", "readings[a?b?c?]")]
    public void Item_KeyOfACaller_EndsWithinThePath(string key, string path) => Assert.Equal(path, FieldPath.Item("readings", key));

    [Fact]
    public void Item_LongKey_IsCutBetweenCharacters()
    {
        var whole = new string('x', 62);

        Assert.Equal($"readings[{whole}...]", FieldPath.Item("readings", $"{whole}\U0001F600\U0001F600"));
    }
}
