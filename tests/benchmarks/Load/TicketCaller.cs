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
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<(string Ticket, int Facts)> tickets = new();

    /// <summary>Facts that the tickets opened so far can still take.</summary>
    public int Room => tickets.Count * (FactsOfATicket - 1);

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

    public async Task OpenAsync(int caller)
    {
        var ticket = await ClientOf(caller).OpenTicketAsync(new OpenTicketRequest
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
        tickets.Enqueue((ticket.Name, 1));
    }

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
