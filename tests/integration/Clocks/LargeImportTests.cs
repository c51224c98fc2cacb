using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Tickets of the past as large as one may be: an append is one write, which a server must take in time.</summary>
public sealed class LargeImportTests
{
    private const int Evidence = 16_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("redis-server", 250)]
    [InlineData("garnet", 250)]
    public async Task ImportTickets_NearlyAsLargeAsOneMayBe_IsThereAfterACrash(string server, int exclusions)
    {
        await using var redis = await RedisServer.StartAsync(server);
        var ticket = Excluded(exclusions);
        await using (var host = await ClockHost.StartAsync(Patient(redis), Cancel))
        {
            Assert.Equal(0, Assert.Single(await Imported.ImportAsync(host.Client, ticket)).Status.Code);
        }

        await redis.KillAsync();
        await redis.RestartAsync();

        await using var after = await ClockHost.StartAsync(Patient(redis), Cancel);
        var stored = await after.Client.GetTicketAsync(new GetTicketRequest { Name = $"tickets/{ticket.Open.TicketId}" }, cancellationToken: Cancel);
        Assert.Equal($"{ticket.Facts.Count + 1}", stored.Etag);
        Assert.True(Assert.Single(await Imported.ImportAsync(after.Client, Imported.Again(ticket))).Repeat);
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task ImportTickets_Larger_IsRefusedByItsFacts(string server)
    {
        await using var redis = await RedisServer.StartAsync(server);
        await using var host = await ClockHost.StartAsync(Patient(redis), Cancel);

        var answers = await Imported.ImportAsync(host.Client, Excluded(270), Excluded(600), Imported.Ended());

        Assert.Equal([StatusCode.InvalidArgument, StatusCode.InvalidArgument, StatusCode.OK], answers.Select(answer => (StatusCode)answer.Status.Code));
        Assert.All(answers.Take(2), answer =>
        {
            Assert.Equal(ErrorReason.FieldOutOfRange, Imported.ReasonOf(answer));
            Assert.Equal("facts", Assert.Single(answer.Status.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations).Field);
        });
    }

    // A busy machine takes longer than the tests' time for a call.
    private static string Patient(RedisServer redis) => $"127.0.0.1:{redis.Port},asyncTimeout=10000";

    private static ImportTicketsRequest Excluded(int times)
    {
        const string Clause = "third-party-products";
        var evidence = new string('x', Evidence);
        return Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", [.. Enumerable.Range(1, times).SelectMany(i => new[]
        {
            (i / 60.0, new FactBody { Excluded = new Excluded { Clause = Clause, Evidence = evidence } }),
            (i / 60.0, new FactBody { ExclusionLifted = new ExclusionLifted { Clause = Clause } }),
        })]);
    }
}
