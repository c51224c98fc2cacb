using System.Collections.Concurrent;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Benchmarks.Load;

/// <summary>
/// The calls that are measured. A ticket is opened on a plan with two milestones, by an authorized contact with a report. Facts go to tickets that have few, in turn
/// a response of an agent and a reply of the customer, until a ticket holds ten.
/// </summary>
internal sealed class TicketCaller(IReadOnlyList<SlaClockService.SlaClockServiceClient> clients)
{
    private const string Account = "accounts/acme-xtm-gold";
    private const int FactsOfATicket = 10;
    private const int WarmUpCallers = 64;

    // More than there are callers: each holds one while it calls.
    private const int FewestTickets = 600;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<(string Ticket, int Facts)> tickets = new();

    private int Room => tickets.Sum(ticket => FactsOfATicket - ticket.Facts);

    /// <summary>Opens tickets as soon as the demonstration accounts are there.</summary>
    public async Task PrepareAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await OpenAsync(0);
                return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.Unavailable && attempt < 200)
            {
                await Task.Delay(RetryAfter, TimeProvider.System);
            }
        }
    }

    /// <summary>Makes both calls until their code is compiled for good.</summary>
    public async Task WarmUpAsync(RunSettings run)
    {
        await LoadRun.WarmUpAsync(WarmUpCallers, run.Choose(5_000, 1_000), run.Choose(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)), OpenAsync);
        await LoadRun.WarmUpAsync(WarmUpCallers, Math.Min(Room / 2, run.Choose(20_000, 4_000)), run.Choose(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)), RecordAsync);
    }

    /// <summary>Opens tickets until they can take a number of facts.</summary>
    public async Task EnsureRoomAsync(int facts)
    {
        if (Math.Max(facts - Room, (FewestTickets - tickets.Count) * FactsOfATicket) is var missing and > 0)
        {
            await LoadRun.WarmUpAsync(WarmUpCallers, (missing / (FactsOfATicket - 1)) + WarmUpCallers, TimeSpan.FromMinutes(2), OpenAsync);
        }
    }

    public async Task OpenAsync(int caller) => tickets.Enqueue(((await OpenTicketAsync(caller)).Name, 1));

    /// <summary>Opens a ticket that is left to the one who opened it.</summary>
    public async Task<Ticket> OpenTicketAsync(int caller) =>
        await ClientOf(caller).OpenTicketAsync(new OpenTicketRequest
        {
            Account = Account,
            Contact = $"{Account}/contacts/ana",
            Channel = Channel.Portal,
            Environment = DeploymentEnvironment.Production,
            Level = 2,
            Report = new IncidentReport { WhatFails = "The service does not answer." },
            OverrideReason = "Set by the benchmark.",
            RequestId = Guid.NewGuid().ToString(),
        });

    public async Task RecordAsync(int caller)
    {
        if (!tickets.TryDequeue(out var next))
        {
            throw new InvalidOperationException("There are no tickets left that can take a fact; open more before.");
        }

        var (name, facts) = next;
        var ticket = await ClientOf(caller).RecordFactAsync(Request(name, facts));
        if (ticket.FactCount != facts + 1)
        {
            throw new InvalidOperationException($"{name} has {ticket.FactCount} facts instead of {facts + 1}.");
        }

        if (facts + 1 < FactsOfATicket)
        {
            tickets.Enqueue((name, facts + 1));
        }
    }

    /// <summary>A fact for a ticket that has some.</summary>
    public static RecordFactRequest Request(string ticket, int facts) => new()
    {
        Ticket = ticket,
        Fact = facts % 2 == 1 ? new FactBody { AgentResponded = new AgentResponded() } : new FactBody { CustomerReplied = new CustomerReplied() },
        RequestId = Guid.NewGuid().ToString(),
    };

    private SlaClockService.SlaClockServiceClient ClientOf(int caller) => clients[caller % clients.Count];
}
