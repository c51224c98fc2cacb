using System.Collections.Immutable;
using Google.Protobuf.Collections;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>A request for a replay, read whole.</summary>
internal sealed class PortfolioRequest
{
    /// <summary>Name of the account whose tickets are replayed; null for stories.</summary>
    public required string? Account { get; init; }

    public required RepeatedField<TicketStory> Stories { get; init; }

    public required Instant? Start { get; init; }

    public required Instant? End { get; init; }

    public required Instant Until { get; init; }

    public required ImmutableArray<ScenarioRun> Runs { get; init; }

    public required (decimal Amount, Currency Currency)? Fee { get; init; }

    /// <summary>Whether the recorded course is what the tickets are compared with: one scenario alone has nothing else.</summary>
    public bool IsComparedWithRecord => Account is not null && Runs.Length == 1;

    public bool Covers(Instant opened) => !(opened < Start) && !(opened >= End);

    /// <summary>Reads it.</summary>
    /// <exception cref="RefusalException">All that can be said against it without asking for tickets and plans.</exception>
    public static PortfolioRequest Read(ReplayPortfolioRequest request, Instant now)
    {
        var checks = new RequestChecks();
        var (account, stories) = ReadSource(checks, request);
        var (start, end) = (checks.Time("start_time", request.StartTime), checks.Time("end_time", request.EndTime));
        if (end <= start)
        {
            checks.Add(ErrorReason.TimeOrder, "end_time", "It is not after the start; give a later time.");
        }

        var runs = ReadScenarios(checks, request, account);
        var fee = request.MonthlyFee is null ? null : checks.RequiredMoney("monthly_fee", request.MonthlyFee);
        if (fee is { Amount: < 0 })
        {
            checks.Add(ErrorReason.FieldOutOfRange, "monthly_fee", "It is negative; give zero or more.");
        }

        var until = ReadUntil(checks, request, account is not null ? now : TimesOf(stories, story => [story.OpenTime]).Max());
        checks.ThrowIfAny();
        return new PortfolioRequest
        {
            Account = account,
            Stories = stories,
            Start = start,
            End = end,
            Until = until ?? (account is not null ? now : TimesOf(stories, story => story.Facts.Select(fact => fact.RecordTime ?? fact.EffectiveTime).Append(story.OpenTime)).Max()),
            Runs = runs,
            Fee = fee,
        };
    }

    /// <summary>When the first of the stories is opened that are replayed; null when there is none.</summary>
    public Instant? FirstStory => TimesOf(Stories, story => [story.OpenTime]).Skip(1).Where(Covers).Select(opened => (Instant?)opened).Min();

    private static (string? Account, RepeatedField<TicketStory> Stories) ReadSource(RequestChecks checks, ReplayPortfolioRequest request)
    {
        var account = request.SourceCase == ReplayPortfolioRequest.SourceOneofCase.Account ? checks.RequiredName<AccountName>("account", request.Account)?.Format() : null;
        if (request.SourceCase == ReplayPortfolioRequest.SourceOneofCase.None)
        {
            checks.Add(ErrorReason.FieldRequired, "account", "It names no tickets; give an account, or stories.");
        }

        var stories = request.Stories?.Stories ?? [];
        if (checks.Count("stories.stories", stories.Count, SimulationLimits.Stories))
        {
            checks.Count("stories.stories", stories.Sum(story => story.Facts.Count), SimulationLimits.FactsOfStories);
        }

        return (account, stories);
    }

    private static ImmutableArray<ScenarioRun> ReadScenarios(RequestChecks checks, ReplayPortfolioRequest request, string? account)
    {
        if (request.Scenarios.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "scenarios", $"It is empty; give 1 to {SimulationLimits.Scenarios}.");
        }

        var within = checks.Count("scenarios", request.Scenarios.Count, SimulationLimits.Scenarios);
        var scenarios = request.Scenarios.Take(within ? SimulationLimits.Scenarios : 0)
            .Select((scenario, index) => (Reader: new ScenarioReader(checks, FieldPath.Item("scenarios", index), scenario), scenario.TimeZone)).ToList();
        ScenarioLabels.Check(checks, scenarios.Select(scenario => scenario.Reader));
        if (account is not null && scenarios is [{ Reader.Label: RecordedRun.Label }])
        {
            checks.Add(ErrorReason.FieldOutOfRange, "scenarios[0].label", $"'{RecordedRun.Label}' is the course that the tickets took, which a single scenario is compared with; give it another label.");
        }

        return !checks.IsSound
            ? []
            : [.. scenarios.Select(scenario => new ScenarioRun(scenario.Reader, scenario.TimeZone.Length == 0 ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[scenario.TimeZone]))];
    }

    private static Instant? ReadUntil(RequestChecks checks, ReplayPortfolioRequest request, Instant last)
    {
        var until = checks.Time("until_time", request.UntilTime);
        // Without tickets there is nothing to run.
        if ((request.Account.Length > 0 || request.Stories?.Stories.Count > 0) && until > last + SimulationLimits.Span)
        {
            checks.Add(ErrorReason.HorizonExceeded, "until_time", $"{until} is more than 20 years after {last}, when the last of the tickets can have been opened; give an earlier time.");
        }

        return until;
    }

    // Faulty times are refused with their story.
    private static IEnumerable<Instant> TimesOf(IEnumerable<TicketStory> stories, Func<TicketStory, IEnumerable<Google.Protobuf.WellKnownTypes.Timestamp>> times)
    {
        var checks = new RequestChecks();
        return stories.SelectMany(times).Select(time => checks.Time("", time) ?? RequestChecks.Earliest).Prepend(RequestChecks.Earliest);
    }
}
