using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Triage.Releases;

/// <summary>The tickets that a release is said to fix.</summary>
internal sealed class FixedTickets(SlaClockService.SlaClockServiceClient clocks)
{
    private const int Most = 500;
    private const int AtOnce = 8;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Checks how many they are and how they are named.</summary>
    public static void Check(RequestChecks checks, Release given)
    {
        if (checks.Count("release.fixed_tickets", given.FixedTickets.Count, Most))
        {
            for (var i = 0; i < given.FixedTickets.Count; i++)
            {
                checks.RequiredName<TicketName>(FieldOf(i), given.FixedTickets[i].Ticket);
            }
        }
    }

    /// <summary>Their ids in one order, so that two releases cannot wait for each other's tickets.</summary>
    public static IReadOnlyList<string> InOrder(Release given) =>
        [.. given.FixedTickets.Select(item => TicketName.Parse(item.Ticket).Ticket).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Asks their clocks whether each is there and runs under the policy.</summary>
    /// <exception cref="RefusalException">One is not, or the clock service is away.</exception>
    public async Task RequireOfPolicyAsync(Release given, string policy, CancellationToken cancellation)
    {
        var faults = new string?[given.FixedTickets.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, faults.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, cancel) =>
            faults[i] = await FaultAsync(given.FixedTickets[i].Ticket, policy, cancel));
        var checks = new RequestChecks();
        for (var i = 0; i < faults.Length; i++)
        {
            if (faults[i] is { } fault)
            {
                checks.Add(ErrorReason.FieldOutOfRange, FieldOf(i), fault);
            }
        }

        checks.ThrowIfAny();
    }

    private static string FieldOf(int index) => FieldPath.Join(FieldPath.Item("release.fixed_tickets", index), "ticket");

    private async Task<string?> FaultAsync(string name, string policy, CancellationToken cancellation)
    {
        try
        {
            var ticket = await clocks.GetTicketAsync(new GetTicketRequest { Name = name }, cancellationToken: cancellation);
            return PlanName.Parse(ticket.Plan).Policy is var own && own == policy ? null : $"{name} runs under policies/{own}; leave it out, or record the release under that policy.";
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return $"{name} does not exist; list tickets with ListTickets.";
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && e.GetErrorInfo() is null)
        {
            throw Refusals.Unavailable(ServiceDefaults.ResourceNames.Clocks, RetryAfter);
        }
    }
}
