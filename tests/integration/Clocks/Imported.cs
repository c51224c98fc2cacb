using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Tickets of the past.</summary>
internal static class Imported
{
    /// <summary>A ticket of 2025 that was resolved late and closed.</summary>
    public static ImportTicketsRequest Ended(string account = "accounts/xtm.gold", string received = "2025-03-03T09:00:00Z") => Ticket(
        account, received, (1, new FactBody { AgentResponded = new AgentResponded(), Actor = "agent 7" }), (5, Resolved), (30, new FactBody { Closed = new Closed { Reason = "done" } }));

    public static FactBody Resolved => new() { Resolved = new Resolved() };

    /// <summary>A ticket with facts some hours after it was received.</summary>
    public static ImportTicketsRequest Ticket(string account, string received, params (double Hours, FactBody Fact)[] facts)
    {
        var at = DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture);
        var open = ClockFixture.Opening(account);
        (open.TicketId, open.EffectiveTime) = ($"past-{Guid.NewGuid():N}", Timestamp.FromDateTimeOffset(at));
        return new ImportTicketsRequest
        {
            Open = open,
            Facts = { facts.Select(told => new ImportedFact { EffectiveTime = Timestamp.FromDateTimeOffset(at.AddHours(told.Hours)), Fact = told.Fact }) },
        };
    }

    /// <summary>The same ticket told by another request.</summary>
    public static ImportTicketsRequest Again(ImportTicketsRequest ticket)
    {
        var again = ticket.Clone();
        again.Open.RequestId = Guid.NewGuid().ToString();
        return again;
    }

    /// <summary>Imports tickets in one stream.</summary>
    public static async Task<List<ImportTicketsResponse>> ImportAsync(SlaClockService.SlaClockServiceClient client, params IReadOnlyList<ImportTicketsRequest> tickets)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stream = client.ImportTickets(cancellationToken: cancellation);
        var answers = stream.ResponseStream.ReadAllAsync(cancellation).ToListAsync(cancellation);
        foreach (var ticket in tickets)
        {
            await stream.RequestStream.WriteAsync(ticket, cancellation);
        }

        await stream.RequestStream.CompleteAsync();
        return await answers;
    }

    public static ErrorReason ReasonOf(ImportTicketsResponse answer) =>
        ErrorReasonNames.FromWireName(answer.Status.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
}
