using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.WebUtilities;
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
        var (place, begun) = Place(checks, PageTokens.Decode(checks, request, request.PageToken));
        checks.ThrowIfAny();
        // What happens to a ticket of an earlier page while the later ones are read is in no page: the watch must begin before all of them.
        var token = begun ?? await watch.Here();
        var ended = filter.States.Any(state => state is Wire.TicketState.Closed or Wire.TicketState.Merged);
        var upTo = filter.DueBeforeTime is { } before ? before.ToInstant().ToUnixTimeMilliseconds() : JournalKeys.LastScore;
        var found = await index.Read(ended, place, upTo, accepts, size + 1, cancellation);
        var page = found.Length > size ? found[..size] : found;
        return new Wire.ListTicketsResponse
        {
            Tickets = { page.Select(TicketMessages.Of) },
            NextPageToken = found.Length > size ? PageTokens.Encode(request, Cursor(page[^1], token)) : "",
            ResumeToken = ByteString.CopyFrom(token.ToBytes()),
        };
    }

    private static Func<TicketDigest, bool> Filter(RequestChecks checks, Wire.TicketFilter filter)
    {
        checks.Name<AccountName>("filter.account", filter.Account);
        var before = checks.Time("filter.due_before_time", filter.DueBeforeTime);
        var from = checks.Time("filter.open_from_time", filter.OpenFromTime);
        var until = checks.Time("filter.open_until_time", filter.OpenUntilTime);
        if (until < from)
        {
            checks.Add(ErrorReason.TimeOrder, "filter.open_until_time", $"{until} is before {from}; give that or a later time.");
        }

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
            && (from is not { } first || ticket.ReceivedTime >= first)
            && (until is not { } last || ticket.ReceivedTime < last)
            && (!filter.HasBreached || filter.Breached == ticket.Breaches > 0)
            && (filter.Levels.Count == 0 || filter.Levels.Contains(ticket.Level));
    }

    private static string Cursor(TicketDigest last, ResumeToken begun) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Score}:{last.TicketId}:{WebEncoders.Base64UrlEncode(begun.ToBytes())}");

    private static (ListPlace? Place, ResumeToken? Begun) Place(RequestChecks checks, string? cursor)
    {
        if (cursor is null)
        {
            return (null, null);
        }

        // No ticket's id has a colon.
        var parts = cursor.Split(':');
        if (parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var score) && Token(parts[2]) is { } begun)
        {
            return (new ListPlace(score, parts[1]), begun);
        }

        checks.Add(ErrorReason.InvalidPageToken, "page_token", "This service did not give it; begin without one.");
        return (null, null);
    }

    private static ResumeToken? Token(string text)
    {
        try
        {
            return ResumeToken.TryRead(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
