using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Simulation.Portfolios;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.Platform.Tests.Rpc;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class ReplayPortfolioTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    // A Monday at ten in Warsaw.
    private static readonly DateTimeOffset Opened = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReplayPortfolio_StoriesUnderTwoPlans_CountsEveryOutcomeAndTellsWhatChanged()
    {
        var request = new ReplayPortfolioRequest
        {
            Stories = new StoryList { Stories = { Story("quick", 10), Story("slow", 90) } },
            Scenarios = { Scenario("gold", "xtm/plans/gold"), Scenario("basic", "xtm/plans/basic") },
        };

        var (changed, report) = await ReplayAsync(request);
        var compared = await CompareAsync(request);

        Assert.Equal(compared, report.Attainments.ToDictionary(row => (row.Scenario, row.Level, row.Milestone), row => (row.Met, row.MetLate, row.Breached, row.Open, row.Untimed)));
        Assert.Equal(2, report.TicketCount);
        Assert.Equal("quick Update gold=Met; slow Update gold=Met", string.Join("; ", changed.Select(v => $"{v.Ticket} {v.Milestone} {string.Join(",", v.Verdicts.Select(p => $"{p.Key}={p.Value}"))}")));
        Assert.All(changed, verdict => Assert.NotEqual(verdict.Verdicts.GetValueOrDefault("gold"), verdict.Verdicts.GetValueOrDefault("basic")));
        var response = report.Attainments.Single(row => row.Scenario == "gold" && row.Milestone == MilestoneKind.InitialResponse);
        Assert.Equal((1L, 1L, "50.00"), (response.Met, response.MetLate, response.AttainedPercent));
    }

    [Fact]
    public async Task ReplayPortfolio_AnAccount_GivesWhatItsTicketsShowUnderTheirOwnPlan()
    {
        const string account = "accounts/xtm.gold";
        var first = await OpenAsync(account, 1);
        await TellAsync(first, new FactBody { AgentResponded = new AgentResponded() });
        await TellAsync(first, new FactBody { Resolved = new Resolved() });
        await TellAsync(first, new FactBody { Closed = new Closed() });
        await OpenAsync(account, 3);
        await OpenAsync("accounts/xtm.silver", 1);

        var (changed, report) = await ReplayAsync(new ReplayPortfolioRequest
        {
            Account = account,
            Scenarios = { Scenario("same", "xtm/plans/gold"), Scenario("other", "xtm/plans/basic") },
        });

        Assert.Equal(2, report.TicketCount);
        Assert.Empty(report.Refusals);
        Assert.All(changed, verdict => Assert.StartsWith("tickets/", verdict.Ticket, StringComparison.Ordinal));
        Assert.Equal((1L, 0L), report.Attainments.Where(row => row.Scenario == "same" && row.Level == 1 && row.Milestone == MilestoneKind.Resolution).Select(row => (row.Met, row.Open)).Single());
        Assert.Equal((0L, 1L), report.Attainments.Where(row => row.Scenario == "same" && row.Level == 3 && row.Milestone == MilestoneKind.Resolution).Select(row => (row.Met, row.Open)).Single());
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData("2026-07-31T21:59:59Z", 100)]
    [InlineData("2026-07-31T22:00:00Z", 200)]
    public async Task ReplayPortfolio_WithAFee_GivesTheCreditsOfEachMonthThatIsOver(string? until, long credits)
    {
        var long_ = new TicketStory { Id = "down", OpenTime = Timestamp.FromDateTimeOffset(Opened), Level = 1 };
        long_.Facts.Add(Fact(Opened.AddDays(40), new FactBody { Resolved = new Resolved() }));

        var (_, report) = await ReplayAsync(new ReplayPortfolioRequest
        {
            Stories = new StoryList { Stories = { long_ } },
            Scenarios = { Scenario("gold", "xtm/plans/gold"), Scenario("silver", "xtm/plans/silver") },
            MonthlyFee = new Money { CurrencyCode = "EUR", Units = 1000 },
            UntilTime = until is null ? null : Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture)),
        });

        Assert.Equal(new Money { CurrencyCode = "EUR", Units = credits }, Assert.Single(report.Credits, credit => credit.Key == "gold").Value);
        Assert.DoesNotContain("silver", report.Credits.Keys);
    }

    [Fact]
    public async Task ReplayPortfolio_AStoryThatAPolicyDoesNotTake_IsNamedAndCountedNowhere()
    {
        var (_, report) = await ReplayAsync(new ReplayPortfolioRequest
        {
            Stories = new StoryList { Stories = { new TicketStory { Id = "level 4", OpenTime = Timestamp.FromDateTimeOffset(Opened), Level = 4 } } },
            Scenarios = { Scenario("four", "xtm/plans/gold"), Scenario("two", "demo/plans/seconds") },
        });

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(("level 4", "two"), (refusal.Ticket, refusal.Scenario));
        Assert.Contains("level", Assert.Single(refusal.Messages), StringComparison.Ordinal);
        Assert.DoesNotContain(report.Attainments, row => row.Scenario == "two");
    }

    [Fact]
    public async Task ReplayPortfolio_OnlyThoseOpenedWithin_AreReplayed()
    {
        var (_, report) = await ReplayAsync(new ReplayPortfolioRequest
        {
            Stories = new StoryList { Stories = { Story("in", 10), Story("out", 10, Opened.AddDays(1)) } },
            StartTime = Timestamp.FromDateTimeOffset(Opened),
            EndTime = Timestamp.FromDateTimeOffset(Opened.AddDays(1)),
            Scenarios = { Scenario("gold", "xtm/plans/gold") },
        });

        Assert.Equal(1, report.TicketCount);
    }

    [Fact]
    public async Task ReplayPortfolio_SeveralFaults_NamesAllAtOnce()
    {
        using var call = clock.Simulations.ReplayPortfolio(
            new ReplayPortfolioRequest
            {
                StartTime = Timestamp.FromDateTimeOffset(Opened),
                EndTime = Timestamp.FromDateTimeOffset(Opened),
                MonthlyFee = new Money { CurrencyCode = "EUR", Units = -1 },
            },
            cancellationToken: Cancel);

        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel)));

        Assert.Equal(
            [("account", ErrorReason.FieldRequired), ("end_time", ErrorReason.TimeOrder), ("monthly_fee", ErrorReason.FieldOutOfRange), ("scenarios", ErrorReason.FieldRequired)],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task ReplayPortfolio_TheCallerGoesAwayWithoutTakingAnAnswer_Ends()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var answers = new UntakenAnswers<ReplayPortfolioResponse>();
        var request = new ReplayPortfolioRequest { Stories = new StoryList { Stories = { Story("one", 10) } }, Scenarios = { Scenario("gold", "xtm/plans/gold") } };

        var replay = clock.Services.GetRequiredService<PortfolioReplay>().RunAsync(request, answers, new EmptyCallContext(caller.Token));
        await answers.Waiting;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancel));
    }

    [Fact]
    public async Task ReplayPortfolio_TicketsWhoseTargetsDoNotApply_StayExempt()
    {
        const string account = "accounts/xtm.gold.untimed";
        await OpenAsync(account, 1);

        var (_, report) = await ReplayAsync(new ReplayPortfolioRequest { Account = account, Scenarios = { Scenario("same", "xtm/plans/gold"), Scenario("other", "xtm/plans/silver") } });

        Assert.NotEmpty(report.Attainments);
        Assert.All(report.Attainments, row => Assert.Equal((0, 0, 0, 0), (row.Met, row.MetLate, row.Breached, row.Open)));
        Assert.Equal(1, report.Attainments.Single(row => row.Scenario == "same" && row.Milestone == MilestoneKind.Resolution).Exempt);
    }

    [Fact]
    public async Task ReplayPortfolio_AnAccountUnderOneScenario_IsComparedWithItsRecordedCourse()
    {
        const string account = "accounts/xtm.gold.recorded";
        var ticket = await OpenAsync(account, 3);
        await TellAsync(ticket, new FactBody { AgentResponded = new AgentResponded() });

        var (changed, report) = await ReplayAsync(new ReplayPortfolioRequest { Account = account, Scenarios = { Scenario("basic", "xtm/plans/basic") } });

        var update = changed.Single(verdict => verdict.Milestone == MilestoneKind.Update);
        Assert.Equal((ticket, MilestoneState.Running, false), (update.Ticket, update.Verdicts["recorded"], update.Verdicts.ContainsKey("basic")));
        Assert.Equal("recorded", report.Attainments[0].Scenario);
        Assert.Equal(1, report.Attainments.Single(row => row.Scenario == "recorded" && row.Milestone == MilestoneKind.InitialResponse).Met);
    }

    [Fact]
    public async Task ReplayPortfolio_AnAccountUnderItsOwnPlan_ChangesNothingOfItsRecordedCourse()
    {
        const string account = "accounts/xtm.gold.unchanged";
        await TellAsync(await OpenAsync(account, 2), new FactBody { AgentResponded = new AgentResponded() });

        var (changed, _) = await ReplayAsync(new ReplayPortfolioRequest { Account = account, Scenarios = { Scenario("same", "xtm/plans/gold") } });

        Assert.Empty(changed);
    }

    [Fact]
    public async Task ReplayPortfolio_TheLabelOfTheRecordedCourse_IsRefusedWhereThatIsComparedWith()
    {
        var refused = await RefusedAsync(new ReplayPortfolioRequest { Account = "accounts/xtm.gold", Scenarios = { Scenario("recorded", "xtm/plans/basic") } });

        refused.AssertField(ErrorReason.FieldOutOfRange, "scenarios[0].label", "recorded");
    }

    [Fact]
    public async Task ReplayPortfolio_AStoryThatChangesItsPlan_StaysOnTheScenariosPlan()
    {
        var story = Story("moved", 10);
        story.Facts.Insert(0, Fact(Opened.AddMinutes(5), new FactBody { PlanChanged = new PlanChanged { Plan = "policies/xtm/plans/basic" } }));

        var (_, moved) = await ReplayAsync(new ReplayPortfolioRequest { Stories = new StoryList { Stories = { story } }, Scenarios = { Scenario("gold", "xtm/plans/gold") } });
        var (_, stayed) = await ReplayAsync(new ReplayPortfolioRequest { Stories = new StoryList { Stories = { Story("moved", 10) } }, Scenarios = { Scenario("gold", "xtm/plans/gold") } });

        Assert.Equal(stayed, moved);
    }

    [Fact]
    public async Task ReplayPortfolio_AnAccountThatDoesNotExist_IsNotFound()
    {
        var refused = await RefusedAsync(new ReplayPortfolioRequest { Account = "accounts/none", Scenarios = { Scenario("gold", "xtm/plans/gold") } });

        Assert.Equal((StatusCode.NotFound, ErrorReason.AccountNotFound, "accounts/none"), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReplayPortfolio_ScenariosThatAreNotThere_AreAllNamedBeforeAnyAnswer(bool withStory)
    {
        var request = new ReplayPortfolioRequest
        {
            Stories = new StoryList(),
            Scenarios = { Scenario("gold", "xtm/plans/gold"), Scenario("none", "xtm/plans/none"), Scenario("nowhere", "nowhere/plans/gold") },
        };
        if (withStory)
        {
            request.Stories.Stories.Add(Story("one", 10));
        }

        var refused = await RefusedAsync(request);

        Assert.Equal(["scenarios[1].plan", "scenarios[2].plan"], refused.Violations.Select(violation => violation.Field).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReplayPortfolio_UntilATimeTooFarAway_IsRefused(bool ofAccount)
    {
        var request = new ReplayPortfolioRequest { Scenarios = { Scenario("gold", "xtm/plans/gold") }, UntilTime = Timestamp.FromDateTimeOffset(Opened.AddDays(40 * 366)) };
        if (ofAccount)
        {
            request.Account = "accounts/xtm.gold";
        }
        else
        {
            request.Stories = new StoryList { Stories = { Story("one", 10) } };
        }

        var refused = await RefusedAsync(request);

        refused.AssertField(ErrorReason.HorizonExceeded, "until_time", "20 years");
    }

    [Fact]
    public async Task ReplayPortfolio_AStoryLongBeforeTheOthers_IsNamedAndTheOthersReplayed()
    {
        var (_, report) = await ReplayAsync(new ReplayPortfolioRequest
        {
            Stories = new StoryList { Stories = { Story("old", 10, Opened.AddYears(-25)), Story("new", 10) } },
            Scenarios = { Scenario("gold", "xtm/plans/gold") },
        });

        Assert.Equal("old", Assert.Single(report.Refusals).Ticket);
        Assert.Equal(1, report.Attainments.Single(row => row.Milestone == MilestoneKind.Resolution).Met);
    }

    private static Scenario Scenario(string label, string plan) => new() { Label = label, Plan = $"policies/{plan}", TimeZone = "Europe/Warsaw" };

    private static TicketStory Story(string id, int minutes, DateTimeOffset? opened = null)
    {
        var at = opened ?? Opened;
        var story = new TicketStory { Id = id, OpenTime = Timestamp.FromDateTimeOffset(at), Level = 1 };
        story.Facts.Add(Fact(at.AddMinutes(minutes), new FactBody { AgentResponded = new AgentResponded() }));
        story.Facts.Add(Fact(at.AddMinutes(minutes + 5), new FactBody { Resolved = new Resolved() }));
        return story;
    }

    private static SimulatedFact Fact(DateTimeOffset at, FactBody fact) => new() { EffectiveTime = Timestamp.FromDateTimeOffset(at), Fact = fact };

    /// <summary>Refused before anything else is answered.</summary>
    private async Task<RefusedCall> RefusedAsync(ReplayPortfolioRequest request)
    {
        using var call = clock.Simulations.ReplayPortfolio(request, cancellationToken: Cancel);
        return RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel)));
    }

    private async Task<(IReadOnlyList<ChangedVerdict> Changed, ReplayReport Report)> ReplayAsync(ReplayPortfolioRequest request)
    {
        using var call = clock.Simulations.ReplayPortfolio(request, cancellationToken: Cancel);
        var answers = await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(ReplayPortfolioResponse.StepOneofCase.Progress, answers[0].StepCase);
        Assert.Equal(ReplayPortfolioResponse.StepOneofCase.Report, answers[^1].StepCase);
        var last = answers.Last(answer => answer.Progress is not null).Progress;
        Assert.Equal(last.Total, last.Done);
        return ([.. answers.Select(answer => answer.Changed).OfType<ChangedVerdict>()], answers[^1].Report);
    }

    /// <summary>The same counts from one simulation after the other.</summary>
    private async Task<Dictionary<(string, int, MilestoneKind), (long, long, long, long, long)>> CompareAsync(ReplayPortfolioRequest request)
    {
        var until = request.Stories.Stories.SelectMany(story => story.Facts).Max(fact => fact.EffectiveTime.ToDateTimeOffset());
        var milestones = new List<(string Scenario, Milestone Milestone)>();
        foreach (var story in request.Stories.Stories)
        {
            var compared = await clock.Simulations.CompareOutcomesAsync(
                new CompareOutcomesRequest { Story = story, Scenarios = { request.Scenarios }, UntilTime = Timestamp.FromDateTimeOffset(until) }, cancellationToken: Cancel);
            milestones.AddRange(compared.Outcomes.SelectMany(outcome => outcome.Milestones.Select(milestone => (outcome.Scenario, milestone))));
        }

        long Count(IEnumerable<(string Scenario, Milestone Milestone)> of, params MilestoneState[] states) => of.Count(item => states.Contains(item.Milestone.State));
        return milestones.GroupBy(item => (item.Scenario, item.Milestone.Level, item.Milestone.Kind)).ToDictionary(group => group.Key, group => (
            Count(group, MilestoneState.Met), Count(group, MilestoneState.MetLate), Count(group, MilestoneState.Breached),
            Count(group, MilestoneState.Running, MilestoneState.NotStarted), Count(group, MilestoneState.Untimed)));
    }

    private async Task<string> OpenAsync(string account, int level)
    {
        var opening = ClockFixture.Opening(account);
        opening.Level = level;
        return (await clock.Client.OpenTicketAsync(opening, cancellationToken: Cancel)).Name;
    }

    private async Task TellAsync(string ticket, FactBody fact) => await clock.Client.RecordFactAsync(
        new RecordFactRequest { Ticket = ticket, Fact = fact, RequestId = Guid.NewGuid().ToString() }, cancellationToken: Cancel);
}
