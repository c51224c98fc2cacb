using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Plays a vector through the engine.</summary>
internal sealed class VectorRun
{
    private VectorRun(TicketView view, ImmutableArray<Signal> signals)
    {
        View = view;
        Signals = signals;
    }

    public TicketView View { get; }

    public ImmutableArray<Signal> Signals { get; }

    public static Instant Time(JsonElement element, string key) => InstantPattern.General.Parse(element.GetProperty(key).GetString()!).GetValueOrThrow();

    public static VectorRun Of(Vector vector)
    {
        var parsed = Documents.Parsed(vector.Text("policy"));
        var terms = Terms(vector);
        var reference = new PlanReference(parsed.ContentHash!, vector.Text("plan"), terms);
        var book = PlanBook.Of(reference, PlanTerms.Resolve(parsed.Policy!, reference.Plan, terms).OrThrow());
        var level = vector.Json.GetProperty("level").GetInt32();
        var opening = new SimulatedFact(
            new Fact.Opened
            {
                Plan = reference,
                ClaimedLevel = level,
                VerifiedLevel = vector.Flag("claimed_only") is true ? null : level,
                Production = vector.Flag("production"),
                Unusable = vector.Flag("unusable"),
            },
            Time(vector.Facts.First(), "time"));
        var until = Time(vector.Json, "until_time");

        var result = Simulation.Run("golden", book, opening, vector.Facts.Skip(1).Select(Told), until);

        Assert.Empty(result.Refused);
        return new VectorRun(TicketClock.View(result.Log, book, until), [.. result.Log.Signals]);
    }

    public MilestoneView Milestone(Vector vector)
    {
        var kind = PolicyVocabulary.Milestones[vector.Text("milestone")];
        var occurrence = vector.Json.GetProperty("occurrence").GetInt32();
        return View.Milestones.Single(milestone => milestone.Id.Kind == kind && milestone.Ordinal == occurrence);
    }

    private static ServiceTerms Terms(Vector vector) => new()
    {
        TimeZone = vector.Text("time_zone"),
        Readings = vector.Json.GetProperty("readings").EnumerateObject().ToImmutableSortedDictionary(reading => reading.Name, reading => reading.Value.GetString()!),
        Holidays = [.. vector.Json.GetProperty("holidays").EnumerateArray().Select(holiday => new CalendarException.Closed(
            new DateRule.OnDate(LocalDatePattern.Iso.Parse(holiday.GetProperty("date").GetString()!).GetValueOrThrow()), holiday.GetProperty("name").GetString()!))],
    };

    private static SimulatedFact Told(JsonElement fact) => new(
        fact.GetProperty("fact").GetString() switch
        {
            "agent_responded" => new Fact.AgentResponded(),
            "customer_replied" => new Fact.CustomerReplied(),
            "waiting_on_customer" => new Fact.WaitingOnCustomer(fact.GetProperty("reason").GetString()!),
            "resumed" => new Fact.Resumed(),
            "confirmed" => new Fact.Confirmed(fact.GetProperty("cause").GetString()),
            "handed_over" => new Fact.HandedOver(fact.GetProperty("line").GetString()!),
            "workaround_provided" => new Fact.WorkaroundProvided(),
            "severity_changed" => new Fact.SeverityChanged
            {
                VerifiedLevel = fact.GetProperty("verified_level").GetInt32(),
                Reason = "golden",
                Actor = "support",
                AgreedBy = fact.TryGetProperty("agreed_by", out var contact) ? contact.GetString() : null,
            },
            var other => throw new NotSupportedException($"The runner does not know the fact {other}."),
        },
        Time(fact, "time"));
}
