using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>A golden vector as a request, and what an answer gets wrong about it.</summary>
internal static class VectorReplay
{
    public static SimulateTicketRequest Request(JsonElement vector)
    {
        var facts = vector.GetProperty("facts").EnumerateArray().ToList();
        var story = new TicketStory
        {
            Id = Text(vector, "name"),
            OpenTime = Time(facts[0], "time"),
            Level = vector.GetProperty("level").GetInt32(),
            ClaimedOnly = vector.TryGetProperty("claimed_only", out var claimed) && claimed.GetBoolean(),
            Facts = { facts.Skip(1).Select(fact => new SimulatedFact { EffectiveTime = Time(fact, "time"), Fact = Body(fact) }) },
        };
        if (vector.TryGetProperty("production", out var production))
        {
            story.Production = production.GetBoolean();
        }

        if (vector.TryGetProperty("unusable", out var unusable))
        {
            story.ServiceUnusable = unusable.GetBoolean();
        }

        var scenario = new Scenario { Plan = $"policies/{Text(vector, "policy")}/plans/{Text(vector, "plan")}", TimeZone = Text(vector, "time_zone") };
        foreach (var reading in vector.GetProperty("readings").EnumerateObject())
        {
            scenario.Readings.Add(reading.Name, reading.Value.GetString());
        }

        scenario.Holidays.Add(vector.GetProperty("holidays").EnumerateArray().Select(Holiday));
        return new SimulateTicketRequest { Scenario = scenario, Story = story, UntilTime = Time(vector, "until_time") };
    }

    public static IEnumerable<string> Differences(JsonElement vector, SimulateTicketResponse answer)
    {
        var expected = vector.GetProperty("expect");
        return Text(vector, "kind") == "ladder" ? Rungs(expected, answer) : Milestone(vector, expected, answer);
    }

    private static IEnumerable<string> Rungs(JsonElement expected, SimulateTicketResponse answer)
    {
        var retracted = answer.Signals.Select(signal => signal.Detail.RetractedSignal).ToHashSet();
        var actual = string.Join("; ", answer.Signals
            .Where(signal => signal.Detail.Kind == SignalKind.RungReached && !retracted.Contains(signal.Id))
            .Select(signal => $"{signal.Detail.RungLevel} {signal.Detail.RungRole} {signal.DueTime}"));
        var wanted = string.Join("; ", expected.GetProperty("rungs").EnumerateArray()
            .Select(rung => $"{rung.GetProperty("level").GetInt32()} {Text(rung, "role")} {Time(rung, "time")}"));
        return actual == wanted ? [] : [$"rungs are {actual}, expected {wanted}"];
    }

    private static IEnumerable<string> Milestone(JsonElement vector, JsonElement expected, SimulateTicketResponse answer)
    {
        var kind = Named<MilestoneKind>(Text(vector, "milestone"));
        var found = answer.Milestones.SingleOrDefault(milestone => milestone.Kind == kind && milestone.Occurrence == vector.GetProperty("occurrence").GetInt32());
        if (found is null)
        {
            yield return "there is no such milestone";
            yield break;
        }

        if (expected.TryGetProperty("state", out var state) && Named<MilestoneState>(state.GetString()!) != found.State)
        {
            yield return $"state is {found.State}, expected {state}";
        }

        foreach (var (key, actual) in new[] { ("start_time", found.StartTime), ("due_time", found.DueTime) })
        {
            if (expected.TryGetProperty(key, out _) && !Time(expected, key).Equals(actual))
            {
                yield return $"{key} is {actual}, expected {Time(expected, key)}";
            }
        }
    }

    private static FactBody Body(JsonElement fact) => Text(fact, "fact") switch
    {
        "agent_responded" => new FactBody { AgentResponded = new() },
        "customer_replied" => new FactBody { CustomerReplied = new() },
        "waiting_on_customer" => new FactBody { WaitingOnCustomer = new() { Reason = Text(fact, "reason") } },
        "resumed" => new FactBody { Resumed = new() },
        "confirmed" => new FactBody { Confirmed = new() { Cause = Named<Cause>(Text(fact, "cause")) } },
        "handed_over" => new FactBody { HandedOver = new() { Line = Named<Line>(Text(fact, "line")) } },
        "workaround_provided" => new FactBody { WorkaroundProvided = new() },
        "severity_changed" => new FactBody
        {
            SeverityChanged = new()
            {
                VerifiedLevel = fact.GetProperty("verified_level").GetInt32(),
                Reason = "golden",
                AgreedByContact = fact.TryGetProperty("agreed_by", out var contact) ? $"accounts/golden/contacts/{contact}" : "",
            },
        },
        var other => throw new NotSupportedException($"The runner does not know the fact {other}."),
    };

    private static CalendarException Holiday(JsonElement holiday) => new()
    {
        Date = JsonParser.Default.Parse<Google.Type.Date>(DateJson(Text(holiday, "date"))),
        Label = Text(holiday, "name"),
    };

    private static string DateJson(string date)
    {
        var parts = date.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return $$"""{ "year": {{parts[0]}}, "month": {{parts[1]}}, "day": {{parts[2]}} }""";
    }

    private static TEnum Named<TEnum>(string word)
        where TEnum : struct, System.Enum => System.Enum.Parse<TEnum>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static Timestamp Time(JsonElement element, string key) => JsonParser.Default.Parse<Timestamp>($"\"{Text(element, key)}\"");

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;
}
