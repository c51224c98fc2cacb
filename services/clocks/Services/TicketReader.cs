using System.Collections.Immutable;
using System.Globalization;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Questions about one ticket.</summary>
internal sealed class TicketReader(IGrainFactory grains, TicketMessages messages, TimeProvider clock)
{
    public async Task<TicketRecord> Read(string name, string field)
    {
        var checks = new RequestChecks();
        var ticket = checks.RequiredName<TicketName>(field, name);
        checks.ThrowIfAny();
        return (await grains.GetGrain<ITicketGrain>(ticket!.Ticket).Read()).Require(ticket.Ticket);
    }

    public async Task<Wire.ListMilestonesResponse> ListMilestones(Wire.ListMilestonesRequest request, string language)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.Known("kind", request.Kind);
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var record = await Read(request.Ticket, "ticket");
        var (_, view) = await messages.Stand(record);
        var targets = TargetMapping.For(view.Terms, language);
        var wanted = view.Milestones.Where(milestone => request.Kind == MilestoneKind.Unspecified || milestone.Id.Kind.ToProto() == request.Kind);
        var page = Pages.Cut(new RequestChecks(), request, request.PageSize, request.PageToken, wanted.ToImmutableArray(), milestone => milestone.Id.ToText());
        return new Wire.ListMilestonesResponse { Milestones = { page.Items.Select(milestone => milestone.ToProto(targets)) }, NextPageToken = page.NextPageToken };
    }

    public async Task<Wire.MilestoneDerivation> Explain(Wire.ExplainMilestoneRequest request, string language)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.RequiredText("milestone", request.Milestone, Limits.CodeCharacters);
        checks.ThrowIfAny();
        var record = await Read(request.Ticket, "ticket");
        var (book, view) = await messages.Stand(record);
        var id = MilestoneMapping.Parse(request.Milestone) ?? view.Current.FirstOrDefault(milestone => milestone.Id.Kind.ToWord() == request.Milestone)?.Id;
        var derivation = id is null ? null : TicketClock.Explain(record.Log, book, id, NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()));
        return derivation?.ToProto(TargetMapping.For(view.Terms, language))
            ?? throw Refusals.NotFound(ErrorReason.MilestoneNotFound, $"{request.Ticket}/milestones/{request.Milestone}", "list the ticket's milestones with ListMilestones");
    }

    public async Task<Wire.ListTicketHistoryResponse> ListHistory(Wire.ListTicketHistoryRequest request)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var record = await Read(request.Ticket, "ticket");
        var (book, view) = await messages.Stand(record);
        var numbered = record.Entries.Select((entry, index) => (Entry: entry, Key: index.ToString(CultureInfo.InvariantCulture))).ToImmutableArray();
        var page = Pages.Cut(new RequestChecks(), request, request.PageSize, request.PageToken, numbered, item => item.Key);
        return new Wire.ListTicketHistoryResponse
        {
            Entries = { page.Items.Select(item => TicketMessages.Of(item.Entry, hash => PolicyOf(book, hash), view.Voided)) },
            NextPageToken = page.NextPageToken,
        };
    }

    private static string PolicyOf(PlanBook book, string hash) => book.Terms.First(entry => entry.Key.RevisionHash == hash).Value.Policy.Id;
}
