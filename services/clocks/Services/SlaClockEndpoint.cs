using Grpc.Core;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Health;
using SlaPlatform.Clocks.Importing;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Services;

/// <summary>The SLA clock's endpoint.</summary>
internal sealed class SlaClockEndpoint(
    TicketOpener opener,
    FactTeller teller,
    FactStream stream,
    ImportStream imports,
    TicketReader reader,
    TicketLister lister,
    TicketWatcher watcher,
    TicketMessages messages,
    HealthReader health)
    : SlaClockService.SlaClockServiceBase
{
    public override async Task<Ticket> OpenTicket(OpenTicketRequest request, ServerCallContext context)
    {
        var reply = await opener.Open(request, context.CancellationToken);
        var record = reply.RequireOpened(request.TicketId.Length > 0 ? request.TicketId : TicketIds.Of(Guid.Parse(request.RequestId).ToString("D")), request);
        if (reply.Outcome == TicketOutcome.Repeat)
        {
            context.MarkRepeat();
        }

        return await messages.Of(record, LanguageOf(context));
    }

    public override async Task<Ticket> GetTicket(GetTicketRequest request, ServerCallContext context) =>
        await messages.Of(await reader.Read(request.Name, "name", context.CancellationToken), LanguageOf(context));

    public override Task<ListTicketsResponse> ListTickets(ListTicketsRequest request, ServerCallContext context) =>
        lister.List(request, context.CancellationToken);

    public override async Task<Ticket> RecordFact(RecordFactRequest request, ServerCallContext context)
    {
        var (record, repeat) = await teller.Tell(request, context.CancellationToken);
        if (repeat)
        {
            context.MarkRepeat();
        }

        return await messages.Of(record, LanguageOf(context));
    }

    public override Task RecordFacts(IAsyncStreamReader<RecordFactsRequest> requestStream, IServerStreamWriter<RecordFactsResponse> responseStream, ServerCallContext context) =>
        stream.Serve(requestStream, responseStream, context);

    public override Task ImportTickets(IAsyncStreamReader<ImportTicketsRequest> requestStream, IServerStreamWriter<ImportTicketsResponse> responseStream, ServerCallContext context) =>
        imports.Serve(requestStream, responseStream, context);

    public override Task<ListMilestonesResponse> ListMilestones(ListMilestonesRequest request, ServerCallContext context) =>
        reader.ListMilestones(request, LanguageOf(context), context.CancellationToken);

    public override Task<MilestoneDerivation> ExplainMilestone(ExplainMilestoneRequest request, ServerCallContext context) =>
        reader.Explain(request, LanguageOf(context), context.CancellationToken);

    public override Task<ListSeverityPeriodsResponse> ListSeverityPeriods(ListSeverityPeriodsRequest request, ServerCallContext context) =>
        reader.ListSeverityPeriods(request, context.CancellationToken);

    public override Task<ListTicketHistoryResponse> ListTicketHistory(ListTicketHistoryRequest request, ServerCallContext context) =>
        reader.ListHistory(request, context.CancellationToken);

    public override Task WatchTickets(WatchTicketsRequest request, IServerStreamWriter<TicketEvent> responseStream, ServerCallContext context) =>
        watcher.Serve(request, responseStream, context.GetHttpContext().Abort, context.CancellationToken);

    public override Task<ClockHealth> GetClockHealth(GetClockHealthRequest request, ServerCallContext context) => health.Read();

    private static string LanguageOf(ServerCallContext context) => context.Language(new RequestChecks(), "");
}
