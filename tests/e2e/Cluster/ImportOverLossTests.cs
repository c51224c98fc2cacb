using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.EndToEnd.Cli;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cluster;

/// <summary>An import of the command line client that loses whatever silo serves it.</summary>
public sealed class ImportOverLossTests(ClusterPlatform cluster) : IClassFixture<ClusterPlatform>, IDisposable
{
    private const int Tickets = 3000;
    private const int KilledAfter = 300;
    private const int FactsOfOne = 3;
    private const int LookedAtOneOf = 7;
    private static readonly string[] Replicas = ["clocks-1", "clocks-2"];
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(40);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Import_EverySiloKilledMidway_GoesOnAndTakesEachTicketOverOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent to processes, which Windows does not have.");
        var platform = cluster.Platform;
        await File.WriteAllTextAsync(_file, Log(), Cancel);
        var before = Replicas.ToDictionary(replica => replica, platform.StartsOf);

        var importing = ImportAsync();
        var clocks = platform.RetryingClockClient();
        while (!importing.IsCompleted && !await IsThereAsync(clocks, KilledAfter))
        {
            await Task.Delay(LookEvery, TimeProvider.System, Cancel);
        }

        Assert.False(await IsThereAsync(clocks, Tickets - 1), "The import was over before a silo could be killed.");
        foreach (var replica in Replicas)
        {
            ProcessSignal.SendKill(platform.ProcessIdOf(replica));
        }

        foreach (var replica in Replicas)
        {
            await platform.UntilStartedAgainAsync(replica, before[replica], Restarted, Cancel);
        }

        var (first, errors) = await importing;
        var (again, _) = await ImportAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{first} {errors}");
        Assert.Equal(Tickets, first.Imported + first.AlreadyThere);
        Assert.Contains("going on", errors, StringComparison.Ordinal);
        Assert.Equal((0, Tickets), again);
        foreach (var number in Enumerable.Range(0, Tickets / LookedAtOneOf).Select(place => place * LookedAtOneOf))
        {
            var history = await clocks.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = NameOf(number) }, cancellationToken: Cancel);
            Assert.Equal(FactsOfOne, history.Entries.Count);
        }
    }

    private async Task<((int Imported, int AlreadyThere) Counts, string Errors)> ImportAsync()
    {
        var run = await SlaProgram.RunAsync(cluster.Platform, "import", _file, "--account", "acme-xtm-gold", "--contact", "ana", "--zone", "Europe/Paris", "--json");
        Assert.True(run.ExitCode == 0, $"{run.Out}{run.Error}");
        using var report = JsonDocument.Parse(run.Out);
        return ((report.RootElement.GetProperty("imported").GetInt32(), report.RootElement.GetProperty("alreadyThere").GetInt32()), run.Error);
    }

    private static async Task<bool> IsThereAsync(SlaClockService.SlaClockServiceClient clocks, int number)
    {
        try
        {
            await clocks.GetTicketAsync(new GetTicketRequest { Name = NameOf(number) }, cancellationToken: Cancel);
            return true;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
        {
            return false;
        }
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tickets/past{number:0000}");

    private static string Log() => "number,incident_state,sys_updated_at,opened_at,priority,assigned_to,contact_type\n" + string.Concat(Enumerable.Range(0, Tickets).Select(number =>
    {
        var (day, minute) = ((number % 28) + 1, number / 28 % 60);
        var opened = string.Create(CultureInfo.InvariantCulture, $"{day:00}-02-2025 09:{minute:00}");
        return string.Create(CultureInfo.InvariantCulture, $"""
            PAST{number:0000},Active,{day:00}-02-2025 10:{minute:00},{opened},2 - High,x,Phone
            PAST{number:0000},Resolved,{day:00}-02-2025 15:{minute:00},{opened},2 - High,x,Phone

            """);
    }));
}
