using System.Globalization;
using Google.Protobuf;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>Lists tickets by due time.</summary>
internal sealed class TicketLister(TicketIndex index, Watch watch)
{
    private const int MostChoices = 20;

    public async Task<Wire.ListTicketsResponse> List(Wire.ListTicketsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var filter = request.Filter ?? new Wire.TicketFilter();
        var accepts = Filter(checks, filter);
        var size = checks.PageSize(request.PageSize);
        var place = Place(checks, PageTokens.Decode(checks, request, request.PageToken));
        checks.ThrowIfAny();
        var token = await watch.Here();
        var ended = filter.States.Any(state => state is Wire.TicketState.Closed or Wire.TicketState.Merged);
        var upTo = filter.DueBeforeTime is { } before ? before.ToInstant().ToUnixTimeMilliseconds() : JournalKeys.LastScore;
        var found = await index.Read(ended, place, upTo, accepts, size + 1, cancellation);
        var page = found.Length > size ? found[..size] : found;
        return new Wire.ListTicketsResponse
        {
            Tickets = { page.Select(TicketMessages.Of) },
            NextPageToken = found.Length > size ? PageTokens.Encode(request, Cursor(page[^1])) : "",
            ResumeToken = ByteString.CopyFrom(token.ToBytes()),
        };
    }

    private static Func<TicketDigest, bool> Filter(RequestChecks checks, Wire.TicketFilter filter)
    {
        checks.Name<AccountName>("filter.account", filter.Account);
        var before = checks.Time("filter.due_before_time", filter.DueBeforeTime);
        checks.Count("filter.levels", filter.Levels.Count, MostChoices);
        checks.Count("filter.states", filter.States.Count, MostChoices);
        for (var i = 0; i < filter.Levels.Count; i++)
        {
            checks.Level(FieldPath.Item("filter.levels", i), filter.Levels[i]);
        }

        for (var i = 0; i < filter.States.Count; i++)
        {
            checks.Specified(FieldPath.Item("filter.states", i), filter.States[i]);
        }

        checks.ThrowIfAny();
        var states = filter.States.Select(state => state.ToDomain().ToString()).ToHashSet(StringComparer.Ordinal);
        return ticket =>
            (filter.Account.Length == 0 || ticket.Account == filter.Account)
            && (states.Count == 0 || states.Contains(ticket.State))
            && (before is not { } end || ticket.NextDue < end)
            && (!filter.HasBreached || filter.Breached == ticket.Breaches > 0)
            && (filter.Levels.Count == 0 || filter.Levels.Contains(ticket.Level));
    }

    private static string Cursor(TicketDigest last) => string.Create(CultureInfo.InvariantCulture, $"{last.Score}:{last.TicketId}");

    private static ListPlace? Place(RequestChecks checks, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var colon = cursor.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && long.TryParse(cursor.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var score))
        {
            return new ListPlace(score, cursor[(colon + 1)..]);
        }

        checks.Add(ErrorReason.InvalidPageToken, "page_token", "This service did not give it; begin without one.");
        return null;
    }
}
