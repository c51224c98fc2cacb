using SlaPlatform.Clocks.Services;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class OpeningFieldsTests
{
    [Theory]
    [InlineData("claimed_level", "claim")]
    [InlineData("level", "verified")]
    [InlineData("received_time", "time")]
    [InlineData("plan", "terms")]
    public void Of_FieldOfTheEngine_IsTheRequests(string engine, string request) =>
        Assert.Equal(request, new OpeningFields("claim", "verified", "time", "terms").Of(engine));
}
