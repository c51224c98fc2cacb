using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Clocks;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>Tickets that take facts once for each request id, and keep which clauses exclude them. Opened on 2026-06-01 at 08:00 UTC.</summary>
internal sealed class FakeClocks : SlaClockService.SlaClockServiceClient
{
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RecordFactRequest> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordFactRequest> _taken = new();
    private readonly HashSet<string> _listedWithout = [];
    private int _number;

    /// <summary>Whether tickets can be asked and told.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether tickets can be told; they can be asked.</summary>
    public bool TakesNothing { get; set; }

    /// <summary>How many of the next facts are taken without an answer.</summary>
    public int LostAnswers { get; set; }

    /// <summary>Whether the request ids of before are forgotten.</summary>
    public bool IsForgetful { get; set; }

    /// <summary>The facts that were taken, in order.</summary>
    public IEnumerable<RecordFactRequest> Taken => _taken;

    /// <summary>Opens a ticket under a plan of the catalog, such as <c>xtm/plans/gold</c>.</summary>
    public string Open(string policy, string plan, string revision)
    {
        var name = $"tickets/t-{Interlocked.Increment(ref _number)}";
        _tickets[name] = new Ticket
        {
            Name = name,
            Account = "accounts/acme",
            Plan = $"policies/{policy}@{revision}/plans/{plan}",
            OpenTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero)),
            State = TicketState.Open,
        };
        return name;
    }

    /// <summary>Opens a ticket of an account with two severities.</summary>
    /// <param name="account">The account.</param>
    /// <param name="claimed">The customer's, or null.</param>
    /// <param name="verified">Support's, or null.</param>
    /// <param name="isListedWithout">Whether lists were written before they held the severities.</param>
    public void Open(string account, int? claimed, int? verified, bool isListedWithout = false)
    {
        var ticket = new Ticket { Name = $"tickets/t-{Interlocked.Increment(ref _number)}", Account = account };
        if (claimed is { } claim)
        {
            ticket.ClaimedLevel = claim;
        }

        if (verified is { } level)
        {
            ticket.VerifiedLevel = level;
        }

        _tickets[ticket.Name] = ticket;
        if (isListedWithout)
        {
            _listedWithout.Add(ticket.Name);
        }
    }

    /// <summary>The last list that was asked for.</summary>
    public ListTicketsRequest? Listed { get; private set; }

    /// <summary>The most tickets of a page; they are listed by name.</summary>
    public int PageSize { get; set; } = 3;

    public override AsyncUnaryCall<ListTicketsResponse> ListTicketsAsync(ListTicketsRequest request, CallOptions options) => Calls.Answer(() =>
    {
        if (IsAway)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "away"));
        }

        Listed = request.Clone();
        var from = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var all = _tickets.Values.Where(ticket => ticket.Account == request.Filter.Account).OrderBy(ticket => ticket.Name, StringComparer.Ordinal).ToList();
        var answer = new ListTicketsResponse { NextPageToken = from + PageSize < all.Count ? $"{from + PageSize}" : "" };
        foreach (var ticket in all.Skip(from).Take(PageSize))
        {
            var summary = new TicketSummary { Name = ticket.Name, Account = ticket.Account };
            if (ticket.HasClaimedLevel && !_listedWithout.Contains(ticket.Name))
            {
                summary.ClaimedLevel = ticket.ClaimedLevel;
            }

            if (ticket.HasVerifiedLevel && !_listedWithout.Contains(ticket.Name))
            {
                summary.VerifiedLevel = ticket.VerifiedLevel;
            }

            answer.Tickets.Add(summary);
        }

        return answer;
    });

    /// <summary>Closes a ticket.</summary>
    public void Close(string ticket) => _tickets[ticket].State = TicketState.Closed;

    public override AsyncUnaryCall<Ticket> GetTicketAsync(GetTicketRequest request, CallOptions options) => Calls.Answer(() =>
        IsAway ? throw new RpcException(new Status(StatusCode.Unavailable, "away"))
        : _tickets.TryGetValue(request.Name, out var ticket) ? ticket.Clone()
        : throw Refusals.NotFound(ErrorReason.TicketNotFound, request.Name, "list tickets with ListTickets").ToStatus().ToRpcException());

    public override AsyncUnaryCall<Ticket> RecordFactAsync(RecordFactRequest request, CallOptions options) => Calls.Answer(() =>
    {
        if (IsAway || TakesNothing)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "away"));
        }

        var ticket = _tickets[request.Ticket];
        lock (ticket)
        {
            if (IsForgetful || _told.TryAdd(request.RequestId, request))
            {
                Take(ticket, request);
                _taken.Enqueue(request);
            }

            Assert.Equal(_told.GetOrAdd(request.RequestId, request), request);
            return LostAnswers-- > 0 ? throw new RpcException(new Status(StatusCode.Unavailable, "lost")) : ticket.Clone();
        }
    });

    private void Take(Ticket ticket, RecordFactRequest request)
    {
        var clause = request.Fact.Excluded?.Clause ?? request.Fact.ExclusionLifted?.Clause;
        if (clause is null && ticket.State == TicketState.Open)
        {
            (ticket.State, ticket.ResolveTime) = (TicketState.Resolved, request.EffectiveTime);
            return;
        }

        if (clause is null || ticket.State == TicketState.Closed || ticket.Exclusions.Contains(clause) == request.Fact.FactCase is FactBody.FactOneofCase.Excluded)
        {
            _told.TryRemove(request.RequestId, out _);
            throw Refusals.FailedPrecondition(ErrorReason.FactNotAllowed, ticket.Name, "The ticket does not take it as it stands.").ToStatus().ToRpcException();
        }

        if (request.Fact.Excluded is not null)
        {
            ticket.Exclusions.Add(clause);
        }
        else
        {
            ticket.Exclusions.Remove(clause);
        }
    }
}
