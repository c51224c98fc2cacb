using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Integration.Tests.Triage;

public sealed class ListSeveritiesTests(TriageHost host) : IClassFixture<TriageHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Critical impact", "en")]
    [InlineData("fr-CA", "Impact critique", "fr")]
    [InlineData("zh-Hans", "严重影响", "zh")]
    [InlineData("pt", "Critical impact", "en")]
    public async Task ListSeverities_LanguageAsked_AnswersInItOrInEnglish(string language, string title, string used)
    {
        var answer = await host.Client.ListSeveritiesAsync(new ListSeveritiesRequest { Policy = "policies/zmanda", Language = language }, cancellationToken: Cancel);

        Assert.Equal([1, 2, 3, 4], answer.Severities.Select(severity => severity.Level));
        Assert.Equal((title, used), (answer.Severities[0].Title, answer.Language));
    }

    [Fact]
    public async Task ListSeverities_LanguageAccepted_AnswersInIt()
    {
        var headers = new Metadata { { "accept-language", "it-IT,en;q=0.5" } };

        var answer = await host.Client.ListSeveritiesAsync(new ListSeveritiesRequest { Policy = "policies/zmanda" }, headers, cancellationToken: Cancel);

        Assert.Equal("Impatto critico", answer.Severities[0].Title);
    }
}
