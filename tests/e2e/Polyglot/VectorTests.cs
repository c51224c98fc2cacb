using System.Text.Json;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>The generated C# client replays the golden vectors over gRPC.</summary>
public sealed class VectorTests(PlatformFixture fixture)
{
    private const int Clocks = 104;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "vectors"), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task GoldenVectors_DotnetClient_AllHold(string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var client = new SimulationService.SimulationServiceClient(fixture.Platform.Connect(Clocks));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "vectors", file), cancellation));
        var vectors = document.RootElement.GetProperty("vectors").EnumerateArray().ToList();
        var differences = new List<string>();
        foreach (var vector in vectors)
        {
            var answer = await client.SimulateTicketAsync(VectorReplay.Request(vector), cancellationToken: cancellation);
            differences.AddRange(VectorReplay.Differences(vector, answer).Select(difference => $"{vector.GetProperty("name")}: {difference}"));
        }

        Assert.NotEmpty(vectors);
        Assert.Empty(differences);
    }
}
