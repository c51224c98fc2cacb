namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Every rpc of every contract but the clock's, so that one of a new service is here until it is elsewhere.</summary>
public abstract class SqlRpcTests(SqlHosts hosts)
{
    public sealed class OnSqlite(SqlHosts hosts) : SqlRpcTests(hosts), IClassFixture<SqlHosts>;

    public sealed class OnPostgres(PostgresHosts hosts) : SqlRpcTests(hosts), IClassFixture<PostgresHosts>;

    public static TheoryData<string> Rpcs => [.. Contracts.Rpcs.Where(rpc => !ClockRpcTests.IsOfTheClock(rpc.Value)).Select(rpc => rpc.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Rpc_AFieldIsBad_AnswersOrRefusesInOrder(string rpc)
    {
        var method = Contracts.Rpcs[rpc];
        var (invoker, seeds) = await hosts.OfAsync(method);
        Assert.True(seeds.ContainsKey(rpc), $"{rpc} has no valid request to make bad; give it one in Seeds.");

        await new RpcRun(invoker, method, TestContext.Current.CancellationToken).RunAsync(seeds[rpc], hosts.CanDiffer);
    }
}
