using System.Text.Json;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>The generated C# client replays the golden vectors over gRPC.</summary>
public sealed class VectorTests(PlatformFixture fixture)
{
    private const int Entitlements = 102;
    private const int Triage = 103;
    private const int Clocks = 104;

    private readonly SimulationService.SimulationServiceClient _simulation = new(fixture.Platform.Connect(Clocks));
    private readonly AvailabilityService.AvailabilityServiceClient _availability = new(fixture.Platform.Connect(Entitlements));
    private readonly EntitlementService.EntitlementServiceClient _entitlements = new(fixture.Platform.Connect(Entitlements));
    private readonly TriageService.TriageServiceClient _triage = new(fixture.Platform.Connect(Triage));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "vectors"), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task GoldenVectors_DotnetClient_AllHold(string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "vectors", file), cancellation));
        var vectors = document.RootElement.GetProperty("vectors").EnumerateArray().ToList();
        var differences = new List<string>();
        foreach (var vector in vectors)
        {
            var found = await DifferencesAsync(vector, cancellation);
            differences.AddRange(found.Select(difference => $"{vector.GetProperty("name")}: {difference}"));
        }

        Assert.NotEmpty(vectors);
        Assert.Empty(differences);
    }

    private async Task<IEnumerable<string>> DifferencesAsync(JsonElement vector, CancellationToken cancellation) => vector.GetProperty("kind").GetString() switch
    {
        "milestone" or "ladder" => VectorReplay.Differences(
            vector, await _simulation.SimulateTicketAsync(VectorReplay.Request(vector), cancellationToken: cancellation)),
        "availability" => FigureReplay.Differences(
            vector, await _availability.ComputeAvailabilityAsync(FigureReplay.Availability(vector), cancellationToken: cancellation)),
        "sunset" => FigureReplay.Differences(
            vector, await _entitlements.ComputeSunsetTermsAsync(FigureReplay.Sunset(vector), cancellationToken: cancellation)),
        "assessment" => AssessmentReplay.Differences(
            vector, await _triage.AssessSeverityAsync(AssessmentReplay.Request(vector), cancellationToken: cancellation)),
        var kind => [$"the runner does not know the kind {kind}"],
    };
}
