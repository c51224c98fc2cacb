using SlaPlatform.LocalHosting.Output;

namespace SlaPlatform.LocalHosting.Tests.Output;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("localhost:6379,password=hunter22,ssl=true", "localhost:6379,password=***,ssl=true")]
    [InlineData("Host=db;Username=sla;Password=hunter22;Database=sla", "Host=db;Username=sla;Password=***;Database=sla")]
    [InlineData("redis://user:hunter22@example.org:6379", "redis://user:***@example.org:6379")]
    [InlineData("nothing secret here", "nothing secret here")]
    public void Redact_LineWithAPassword_BlotsItOut(string line, string expected) => Assert.Equal(expected, new Redactor().Redact(line));

    [Fact]
    public void Redact_KnownPasswordOnItsOwn_BlotsItOut()
    {
        var redactor = new Redactor();
        redactor.AddConnectionString("localhost:6379,password=hunter22");

        Assert.Equal("AUTH failed for ***", redactor.Redact("AUTH failed for hunter22"));
    }
}
