using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Portfolios;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>Runs the tickets of an account, or stories, under other terms. Nothing is stored.</summary>
internal sealed class PortfolioReplay(PastTickets tickets, PolicySource policies, TimeProvider clock)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public async Task RunAsync(ReplayPortfolioRequest request, IServerStreamWriter<ReplayPortfolioResponse> answers, ServerCallContext context)
    {
        var asked = Read(request);
        var finder = new PlanFinder(policies, context.CancellationToken);
        var (total, past) = await PastAsync(asked, finder, context.CancellationToken);
        var (done, told) = (0L, clock.GetTimestamp());
        await TellAsync(answers, done, total, context.CancellationToken);
        await foreach (var (ticket, found) in past.WithCancellation(context.CancellationToken))
        {
            if (asked.Covers(ticket.Story.Opened))
            {
                await RunAsync(asked, finder, ticket, found, answers, context.CancellationToken);
                asked.Replayed++;
            }

            done++;
            if (clock.GetElapsedTime(told) >= ProgressEvery)
            {
                await TellAsync(answers, done, total, context.CancellationToken);
                told = clock.GetTimestamp();
            }
        }

        await TellAsync(answers, total, total, context.CancellationToken);
        await answers.WriteAsync(new ReplayPortfolioResponse { Report = Report(asked) }, context.CancellationToken);
    }

    private static Task TellAsync(IServerStreamWriter<ReplayPortfolioResponse> answers, long done, long total, CancellationToken cancellation) =>
        answers.WriteAsync(new ReplayPortfolioResponse { Progress = new ReplayProgress { Done = done, Total = total } }, cancellation);

    private static async Task RunAsync(
        Asked asked, PlanFinder finder, PastTicket ticket, RequestChecks found, IServerStreamWriter<ReplayPortfolioResponse> answers, CancellationToken cancellation)
    {
        var verdicts = new List<(string Label, ImmutableSortedDictionary<Engine.Policies.MilestoneKind, Engine.Clocks.MilestoneState> Of)>();
        foreach (var run in asked.Runs)
        {
            if (await run.RunAsync(finder, ticket, found, asked.Until, cancellation) is { } verdict)
            {
                verdicts.Add((run.Label, verdict));
            }
        }

        foreach (var kind in Verdicts.Changed([.. verdicts.Select(verdict => verdict.Of)]))
        {
            var changed = new ChangedVerdict { Ticket = ticket.Name, Milestone = kind.ToProto() };
            foreach (var (label, of) in verdicts.Where(verdict => verdict.Of.ContainsKey(kind)))
            {
                changed.Verdicts.Add(label, of[kind].ToProto());
            }

            await answers.WriteAsync(new ReplayPortfolioResponse { Changed = changed }, cancellation);
        }
    }

    private static ReplayReport Report(Asked asked)
    {
        var report = new ReplayReport
        {
            Attainments = { asked.Runs.SelectMany(run => run.Attainments) },
            Refusals = { asked.Runs.SelectMany(run => run.Refusals) },
            TicketCount = asked.Replayed,
        };
        if (asked.Fee is var (fee, currency))
        {
            foreach (var run in asked.Runs)
            {
                if (run.Credits(fee, currency) is { } credits)
                {
                    report.Credits.Add(run.Label, currency.ToMoney(credits));
                }
            }
        }

        return report;
    }

    private Asked Read(ReplayPortfolioRequest request)
    {
        var checks = new RequestChecks();
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

        var (start, end) = (checks.Time("start_time", request.StartTime), checks.Time("end_time", request.EndTime));
        if (end <= start)
        {
            checks.Add(ErrorReason.TimeOrder, "end_time", "It is not after the start; give a later time.");
        }

        if (request.Scenarios.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "scenarios", $"It is empty; give 1 to {SimulationLimits.Scenarios}.");
        }

        var within = checks.Count("scenarios", request.Scenarios.Count, SimulationLimits.Scenarios);
        var scenarios = request.Scenarios.Take(within ? SimulationLimits.Scenarios : 0)
            .Select((scenario, index) => (Reader: new ScenarioReader(checks, FieldPath.Item("scenarios", index), scenario), scenario.TimeZone)).ToList();
        ScenarioLabels.Check(checks, scenarios.Select(scenario => scenario.Reader));
        var fee = request.MonthlyFee is null ? null : checks.RequiredMoney("monthly_fee", request.MonthlyFee);
        if (fee is { Amount: < 0 })
        {
            checks.Add(ErrorReason.FieldOutOfRange, "monthly_fee", "It is negative; give zero or more.");
        }

        var until = checks.Time("until_time", request.UntilTime);
        checks.ThrowIfAny();
        return new Asked
        {
            Account = account,
            Stories = stories,
            Start = start,
            End = end,
            Until = until ?? (account is not null ? Instant.FromDateTimeOffset(clock.GetUtcNow()) : LastOf(stories)),
            Runs = [.. scenarios.Select(scenario => new ScenarioRun(scenario.Reader, scenario.TimeZone.Length == 0 ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[scenario.TimeZone]))],
            Fee = fee,
        };
    }

    // Faulty times are refused with their story.
    private static Instant LastOf(IEnumerable<TicketStory> stories)
    {
        var checks = new RequestChecks();
        return stories.SelectMany(story => story.Facts.Select(fact => fact.RecordTime ?? fact.EffectiveTime).Append(story.OpenTime))
            .Select(time => checks.Time("", time) ?? RequestChecks.Earliest).DefaultIfEmpty(RequestChecks.Earliest).Max();
    }

    private async Task<(long Total, IAsyncEnumerable<(PastTicket, RequestChecks)> Past)> PastAsync(Asked asked, PlanFinder finder, CancellationToken cancellation)
    {
        if (asked.Account is not { } account)
        {
            return (asked.Stories.Count, ToldAsync(asked.Stories, finder));
        }

        var ids = await tickets.IdsAsync(account, cancellation);
        return (ids.Count, StoredAsync(ids));
    }

    private async IAsyncEnumerable<(PastTicket, RequestChecks)> StoredAsync(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (await tickets.ReadAsync(id) is { } ticket)
            {
                yield return (ticket, new RequestChecks());
            }
        }
    }

    private static async IAsyncEnumerable<(PastTicket, RequestChecks)> ToldAsync(IReadOnlyList<TicketStory> stories, PlanFinder finder)
    {
        foreach (var wire in stories)
        {
            var checks = new RequestChecks();
            var story = await new StoryReader(checks, finder, "").ReadAsync(wire, terms: null);
            yield return (new PastTicket(wire.Id, "", story ?? Nothing), checks);
        }
    }

    private static Story Nothing { get; } = new(
        RequestChecks.Earliest, 1, ClaimedOnly: false, Production: null, Unusable: null, [], new Engine.Clocks.PlanBook(ImmutableDictionary<Engine.Clocks.PlanReference, Engine.Policies.PlanTerms>.Empty));

    /// <summary>A request, read whole.</summary>
    private sealed class Asked
    {
        public required string? Account { get; init; }

        public required RepeatedField<TicketStory> Stories { get; init; }

        public required Instant? Start { get; init; }

        public required Instant? End { get; init; }

        public required Instant Until { get; init; }

        public required ImmutableArray<ScenarioRun> Runs { get; init; }

        public required (decimal Amount, Currency Currency)? Fee { get; init; }

        public long Replayed { get; set; }

        public bool Covers(Instant opened) => !(opened < Start) && !(opened >= End);
    }
}
