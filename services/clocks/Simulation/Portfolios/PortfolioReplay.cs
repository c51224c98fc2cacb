using System.Collections.Immutable;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Engine.Portfolios;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.ServiceDefaults;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using MilestoneState = SlaPlatform.Engine.Clocks.MilestoneState;
using WireStory = SlaPlatform.Contracts.Clocks.V1.TicketStory;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>Runs the tickets of an account, or stories, under other terms. Nothing is stored.</summary>
internal sealed class PortfolioReplay(
    PastTickets tickets, PolicySource policies, PlanBooks books, EntitlementService.EntitlementServiceClient entitlements, TimeProvider clock)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public async Task RunAsync(ReplayPortfolioRequest request, IServerStreamWriter<ReplayPortfolioResponse> answers, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var asked = PortfolioRequest.Read(request, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        var finder = new PlanFinder(policies, cancellation);
        var ids = asked.Account is { } account ? await IdsAsync(account, cancellation) : null;
        await CheckScenariosAsync(asked, finder, ids);
        var recorded = asked.IsComparedWithRecord ? new RecordedRun(books) : null;
        var total = ids?.Count ?? asked.Stories.Count;
        var (done, replayed, told) = (0L, 0L, clock.GetTimestamp());
        await TellAsync(answers, done, total, cancellation);
        await foreach (var (ticket, found) in (ids is null ? ToldAsync(asked.Stories, finder) : StoredAsync(ids)).WithCancellation(cancellation))
        {
            if (asked.Covers(ticket.Story.Opened))
            {
                await ReplayAsync(asked, recorded, finder, ticket, found, answers, cancellation);
                replayed++;
            }

            done++;
            if (clock.GetElapsedTime(told) >= ProgressEvery)
            {
                await TellAsync(answers, done, total, cancellation);
                told = clock.GetTimestamp();
            }
        }

        await TellAsync(answers, total, total, cancellation);
        await answers.WriteAsync(new ReplayPortfolioResponse { Report = Report(asked, recorded, replayed) }, cancellation);
    }

    private static Task TellAsync(IServerStreamWriter<ReplayPortfolioResponse> answers, long done, long total, CancellationToken cancellation) =>
        answers.WriteAsync(new ReplayPortfolioResponse { Progress = new ReplayProgress { Done = done, Total = total } }, cancellation);

    private static async Task ReplayAsync(
        PortfolioRequest asked, RecordedRun? recorded, PlanFinder finder, PastTicket ticket, RequestChecks found, IServerStreamWriter<ReplayPortfolioResponse> answers,
        CancellationToken cancellation)
    {
        var verdicts = new List<(string Label, ImmutableSortedDictionary<MilestoneKind, MilestoneState> Of)>();
        if (recorded is not null && await recorded.RunAsync(ticket, asked.Until) is { } course)
        {
            verdicts.Add((RecordedRun.Label, course));
        }

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

    private static ReplayReport Report(PortfolioRequest asked, RecordedRun? recorded, long replayed)
    {
        var report = new ReplayReport
        {
            Attainments = { (recorded?.Attainments ?? []).Concat(asked.Runs.SelectMany(run => run.Attainments)) },
            Refusals = { asked.Runs.SelectMany(run => run.Refusals) },
            TicketCount = replayed,
        };
        if (asked.Fee is var (fee, currency))
        {
            foreach (var run in asked.Runs)
            {
                if (run.Credits(asked.Until, fee, currency) is { } credits)
                {
                    report.Credits.Add(run.Label, currency.ToMoney(credits));
                }
            }
        }

        return report;
    }

    // One without tickets may not exist; one that has some does.
    private async Task<IReadOnlyList<string>> IdsAsync(string account, CancellationToken cancellation)
    {
        var ids = await tickets.IdsAsync(account, cancellation);
        if (ids.Count == 0)
        {
            await Upstream.Ask(ResourceNames.Entitlements, async () => await entitlements.GetAccountAsync(new GetAccountRequest { Name = account }, cancellationToken: cancellation));
        }

        return ids;
    }

    // At the opening of a ticket: a plan may be in the revision of then and not in that of now.
    private async Task CheckScenariosAsync(PortfolioRequest asked, PlanFinder finder, IReadOnlyList<string>? ids)
    {
        var first = ids is null ? asked.FirstStory : ids.Count == 0 ? null : (await tickets.ReadAsync(ids[0]))?.Story.Opened;
        var checks = new RequestChecks();
        foreach (var run in asked.Runs)
        {
            await run.CheckAsync(checks, finder, first is { } opened && asked.Covers(opened) ? opened : asked.Start ?? asked.Until);
        }

        checks.ThrowIfAny();
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

    private static async IAsyncEnumerable<(PastTicket, RequestChecks)> ToldAsync(IReadOnlyList<WireStory> stories, PlanFinder finder)
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
}
