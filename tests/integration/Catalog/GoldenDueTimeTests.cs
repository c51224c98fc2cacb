using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The worked due times that need no ticket: one fact, one target, one calendar question.</summary>
public sealed class GoldenDueTimeTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names { get; } = [.. Vectors().Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ComputeDueTime_WorkedByHand_LandsThere(string name)
    {
        var vector = Vectors().Single(candidate => candidate.GetProperty("name").GetString() == name);
        var zone = Text(vector, "time_zone");
        var request = new ResolveTargetsRequest { Plan = $"policies/{Text(vector, "policy")}/plans/{Text(vector, "plan")}", Level = vector.GetProperty("level").GetInt32(), TimeZone = zone };
        request.Readings.Add(vector.GetProperty("readings").EnumerateObject().ToDictionary(reading => reading.Name, reading => reading.Value.GetString()!));
        var targets = await host.Client.ResolveTargetsAsync(request, cancellationToken: Cancel);
        var timed = targets.Targets.Single(target => Word(target.Milestone) == Text(vector, "milestone")).Target.Timed;
        var start = At(vector.GetProperty("facts")[0].GetProperty("time").GetString()!);
        if (timed.Start.GateCalendar.Length > 0)
        {
            start = await NextOpeningAsync(Calendar(targets, timed.Start.GateCalendar, vector), start);
        }

        var calendar = timed.TimeZone.Length > 0 ? new BusinessCalendar { Always = true, TimeZone = timed.TimeZone } : Calendar(targets, timed.Calendar, vector);
        var answer = await host.Client.ComputeDueTimeAsync(new ComputeDueTimeRequest { InlineCalendar = calendar, Amount = timed.Amount, StartTime = start }, cancellationToken: Cancel);

        Assert.Equal(At(Text(vector.GetProperty("expect"), "due_time")), answer.DueTime);
    }

    private static string Word(MilestoneKind kind) => kind switch
    {
        MilestoneKind.InitialResponse => "initial_response",
        MilestoneKind.FollowUp => "follow_up",
        MilestoneKind.Update => "update",
        _ => "resolution",
    };

    private static BusinessCalendar Calendar(ResolveTargetsResponse targets, string id, JsonElement vector)
    {
        var calendar = targets.Calendars.Single(candidate => candidate.Name.EndsWith($"/calendars/{id}", StringComparison.Ordinal)).Clone();
        foreach (var holiday in vector.GetProperty("holidays").EnumerateArray())
        {
            var date = DateOnly.Parse(Text(holiday, "date"), CultureInfo.InvariantCulture);
            calendar.Exceptions.Add(new CalendarException { Date = new Date { Year = date.Year, Month = date.Month, Day = date.Day }, Label = Text(holiday, "name") });
        }

        return calendar;
    }

    private async Task<Timestamp> NextOpeningAsync(BusinessCalendar calendar, Timestamp from)
    {
        var request = new MeasureBusinessTimeRequest { InlineCalendar = calendar, StartTime = from, EndTime = from + Duration.FromTimeSpan(TimeSpan.FromDays(14)) };
        var answer = await host.Client.MeasureBusinessTimeAsync(request, cancellationToken: Cancel);
        return answer.Segments.First(segment => segment.Rule == SegmentRule.Counted).StartTime;
    }

    private static IEnumerable<JsonElement> Vectors() => JsonDocument.Parse(File.ReadAllText(VectorFile())).RootElement.GetProperty("vectors").EnumerateArray()
        .Where(vector => Text(vector, "kind") == "milestone"
            && vector.GetProperty("facts").GetArrayLength() == 1
            && vector.GetProperty("occurrence").GetInt32() == 1
            && vector.GetProperty("expect").TryGetProperty("due_time", out _));

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static Timestamp At(string text) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    private static string VectorFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../vectors/worked-due-times.json");
}
