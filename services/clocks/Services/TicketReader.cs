using System.Collections.Immutable;
using System.Globalization;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Questions about one ticket.</summary>
internal sealed class TicketReader(TicketCalls tickets, TicketJournal journal, TicketMessages messages, TimeProvider clock)
{
    public async Task<TicketRecord> Read(string name, string field, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var ticket = checks.RequiredName<TicketName>(field, name);
        checks.ThrowIfAny();
        return (await tickets.Ask(ticket!.Ticket, static ticket => ticket.Read(), cancellation)).Require(ticket.Ticket);
    }

    public async Task<Wire.ListMilestonesResponse> ListMilestones(Wire.ListMilestonesRequest request, string language, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.Known("kind", request.Kind);
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var record = await ReadWhole(request.Ticket, cancellation);
        var (_, view) = await messages.Stand(record);
        var targets = TargetMapping.For(view.Terms, language);
        var wanted = view.Milestones.Where(milestone => request.Kind == MilestoneKind.Unspecified || milestone.Id.Kind.ToProto() == request.Kind);
        var page = Pages.Cut(new RequestChecks(), request, request.PageSize, request.PageToken, wanted.ToImmutableArray(), milestone => milestone.Id.ToText());
        return new Wire.ListMilestonesResponse { Milestones = { page.Items.Select(milestone => milestone.ToProto(targets)) }, NextPageToken = page.NextPageToken };
    }

    public async Task<Wire.MilestoneDerivation> Explain(Wire.ExplainMilestoneRequest request, string language, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.RequiredText("milestone", request.Milestone, Limits.CodeCharacters);
        checks.ThrowIfAny();
        var record = await ReadWhole(request.Ticket, cancellation);
        var (book, view) = await messages.Stand(record);
        var id = MilestoneMapping.Parse(request.Milestone) ?? view.Current.FirstOrDefault(milestone => milestone.Id.Kind.ToWord() == request.Milestone)?.Id;
        var derivation = id is null ? null : TicketClock.Explain(record.Log, book, id, NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()));
        return derivation?.ToProto(TargetMapping.For(view.Terms, language))
            ?? throw MissingMilestone.Of(request.Ticket, request.Milestone, view);
    }

    public async Task<Wire.ListSeverityPeriodsResponse> ListSeverityPeriods(Wire.ListSeverityPeriodsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var record = await ReadWhole(request.Ticket, cancellation);
        var (book, _) = await messages.Stand(record);
        var periods = TicketClock.SeverityPeriods(record.Log, book, NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()));
        var page = Pages.Cut(
            new RequestChecks(), request, request.PageSize, request.PageToken, periods, period => period.Start.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
        return new Wire.ListSeverityPeriodsResponse { Periods = { page.Items.Select(period => period.ToProto(book)) }, NextPageToken = page.NextPageToken };
    }

    public async Task<Wire.ListTicketHistoryResponse> ListHistory(Wire.ListTicketHistoryRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.RequiredName<TicketName>("ticket", request.Ticket);
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var record = await Read(request.Ticket, "ticket", cancellation);
        // Which facts are void is known without the whole record as long as none is.
        var (_, view) = await messages.Stand(record.Log.Since is { VoidedFacts: > 0 } ? await journal.LoadWhole(record.Id) : record);
        var places = Enumerable.Range(0, record.Length).ToImmutableArray();
        var page = Pages.Cut(new RequestChecks(), request, request.PageSize, request.PageToken, places, place => place.ToString(CultureInfo.InvariantCulture));
        var entries = page.Items.IsEmpty ? [] : await journal.Read(record.Id, page.Items[0], page.Items[^1]);
        var named = await messages.BookOf(TicketRecord.Of(record.Id, entries).Log.Plans);
        return new Wire.ListTicketHistoryResponse
        {
            Entries = { entries.Select(entry => TicketMessages.Of(entry, hash => PolicyOf(named, hash), view.Voided)) },
            NextPageToken = page.NextPageToken,
        };
    }

    /// <summary>The ticket with all its past.</summary>
    private async Task<TicketRecord> ReadWhole(string name, CancellationToken cancellation)
    {
        var record = await Read(name, "ticket", cancellation);
        return record.IsWhole ? record : await journal.LoadWhole(record.Id);
    }

    private static string PolicyOf(PlanBook book, string hash) => book.Terms.First(entry => entry.Key.RevisionHash == hash).Value.Policy.Id;
}
