using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Clocks;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests of the clock.</summary>
internal sealed class ClockSeeds(ClockHost host)
{
    private static readonly Timestamp Past = Timestamp.FromDateTimeOffset(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.Zero));

    private SlaClockService.SlaClockServiceClient Client => host.Client;

    public Dictionary<string, Seed[]> All => new()
    {
        ["SlaClockService.OpenTicket"] = [Seed.Of(Opening)],
        ["SlaClockService.GetTicket"] = [Seed.After(async cancel => new GetTicketRequest { Name = await OpenAsync(cancel) })],
        ["SlaClockService.ListTickets"] = [Seed.Of(() => new ListTicketsRequest
        {
            PageSize = 2,
            Filter = new TicketFilter
            {
                Account = "accounts/xtm.gold", States = { TicketState.Open }, DueBeforeTime = Past, Breached = false, Levels = { 1 }, OpenFromTime = Past, OpenUntilTime = new Timestamp { Seconds = Past.Seconds + 60 },
            },
        })],
        ["SlaClockService.RecordFact"] = [Seed.After(async cancel => Telling(await OpenAsync(cancel)))],
        ["SlaClockService.RecordFacts"] = [Seed.After(async cancel => new RecordFactsRequest { Item = Telling(await OpenAsync(cancel)) })],
        ["SlaClockService.ImportTickets"] = [Seed.Of(() =>
        {
            var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, new FactBody { AgentResponded = new AgentResponded(), Actor = "agent 7" }));
            ticket.SignalsFromTime = Past;
            return ticket;
        })],
        ["SlaClockService.ListMilestones"] = [Seed.After(async cancel => new ListMilestonesRequest { Ticket = await OpenAsync(cancel), Kind = MilestoneKind.Resolution, PageSize = 1 })],
        ["SlaClockService.ExplainMilestone"] = [Seed.After(async cancel => new ExplainMilestoneRequest { Ticket = await OpenAsync(cancel), Milestone = "resolution" })],
        ["SlaClockService.ListTicketHistory"] = [Seed.After(async cancel => new ListTicketHistoryRequest { Ticket = await OpenAsync(cancel), PageSize = 1 })],
        ["SlaClockService.ListSeverityPeriods"] = [Seed.After(async cancel => new ListSeverityPeriodsRequest { Ticket = await OpenAsync(cancel), PageSize = 1 })],
        ["SlaClockService.WatchTickets"] = [Seed.After(async cancel => new WatchTicketsRequest
        {
            Filter = new WatchFilter { Account = "accounts/xtm.gold", Tickets = { await OpenAsync(cancel) }, Levels = { 1 }, SignalKinds = { SignalKind.Breached } },
            ResumeToken = (await Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: cancel)).ResumeToken,
        })],
        ["SlaClockService.GetClockHealth"] = [Seed.Of(() => new GetClockHealthRequest())],
    };

    private static OpenTicketRequest Opening()
    {
        var request = ClockFixture.Opening();
        request.TicketId = $"t-{Guid.NewGuid():N}";
        request.Contact = $"{request.Account}/contacts/ana";
        request.Subscription = $"{request.Account}/subscriptions/main";
        (request.ChannelIdentity, request.Product, request.Environment, request.OverrideReason) = ("ana", "cloud", DeploymentEnvironment.Production, "It is grave.");
        (request.Report, request.EffectiveTime, request.Reference) = (TriageSeeds.Report(), Past, "INC-1");
        return request;
    }

    private static RecordFactRequest Telling(string ticket)
    {
        var request = ClockFixture.Telling(ticket, new FactBody { Actor = "agent 7", AgentResponded = new AgentResponded() });
        request.Etag = "1";
        return request;
    }

    private async Task<string> OpenAsync(CancellationToken cancel) => (await Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: cancel)).Name;
}
