using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>What an import asks the other services.</summary>
public sealed class ImportQuestionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportTickets_ManyOfOneDay_AsksAboutTheEndsOfTheDay()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);

        var answers = await Imported.ImportAsync(host.Client, [.. Enumerable.Range(0, 40).Select(i => Imported.Ended(received: $"2025-03-03T09:{i:00}:00Z"))]);

        Assert.All(answers, answer => Assert.Equal(0, answer.Status.Code));
        Assert.Equal(2, host.Entitlements.Checks);
    }

    [Fact]
    public async Task ImportTickets_ThePlanChangedThatDay_GivesEachTicketItsOwn()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        host.Entitlements.UpgradeTime = new DateTimeOffset(2025, 3, 3, 12, 0, 0, TimeSpan.Zero);

        var answers = await Imported.ImportAsync(host.Client, Imported.Ended(received: "2025-03-03T11:59:59Z"), Imported.Ended(received: "2025-03-03T12:00:00Z"));

        Assert.Equal(["silver", "gold"], await Plans(host, answers));
    }

    [Fact]
    public async Task ImportTickets_AlreadyThere_AsksNobody()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = Imported.Ended();
        await Imported.ImportAsync(host.Client, ticket);
        (host.Entitlements.IsDown, host.Catalog.IsDown) = (true, true);

        var answer = Assert.Single(await Imported.ImportAsync(host.Client, Imported.Again(ticket)));

        Assert.Equal((0, true), (answer.Status.Code, answer.Repeat));
    }

    private static async Task<List<string>> Plans(ClockHost host, List<ImportTicketsResponse> answers)
    {
        var plans = new List<string>();
        foreach (var answer in answers)
        {
            var ticket = await host.Client.GetTicketAsync(new GetTicketRequest { Name = answer.Ticket }, cancellationToken: Cancel);
            plans.Add(ticket.Plan.Split('/')[^1]);
        }

        return plans;
    }
}
