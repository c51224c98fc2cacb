using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// Opens the journal as soon as Redis answers, and says what its durability looks like. A journal of another version stops the service. Looks again every second: after
/// a lost connection the journal may have to be finished before it is used.
/// </summary>
internal sealed partial class JournalOpening(
    JournalGate gate, DurabilityCheck durability, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<JournalOpening> logger)
    : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private bool failing;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(gate.IsOpen ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, "The journal is not open yet."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryTo(gate.Open))
        {
            await Task.Delay(RetryAfter, clock, stoppingToken);
        }

        while (gate.IsOpen && !await TryTo(durability.Report))
        {
            await Task.Delay(RetryAfter, clock, stoppingToken);
        }

        while (gate.IsOpen)
        {
            await Task.Delay(LookEvery, clock, stoppingToken);
            await TryTo(gate.Open);
        }
    }

    private async Task<bool> TryTo(Func<Task> step)
    {
        try
        {
            await step();
            Say(null);
            return true;
        }
        catch (JournalUnavailableException e)
        {
            Say(e.InnerException?.Message ?? e.Message);
            return false;
        }
        catch (RedisException e)
        {
            // Redis refused, as for a right that was taken away: whoever gives it back need not start the service again.
            Say(e.Message);
            return false;
        }
        catch (JournalFormatException e)
        {
            NotOurs(e.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return true;
        }
    }

    /// <summary>Says once that the journal cannot be used and once that it can again, not every second.</summary>
    private void Say(string? fault)
    {
        if (failing == (fault is not null))
        {
            return;
        }

        failing = fault is not null;
        if (fault is null)
        {
            Usable();
        }
        else if (gate.IsOpen)
        {
            Lost(fault);
        }
        else
        {
            NotReached(fault);
        }
    }
}
