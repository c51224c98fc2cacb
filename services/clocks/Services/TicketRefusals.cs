using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using RefusalReply = SlaPlatform.Clocks.Grains.RefusalReply;

namespace SlaPlatform.Clocks.Services;

/// <summary>Tickets' answers as refusals of requests.</summary>
internal static class TicketRefusals
{
    // One level given for both severities is one field, and one fault.
    private static readonly OpeningFields OpeningAtLevel = new("level", "level", "effective_time", "subscription");
    private static readonly OpeningFields Opening = new("claimed_level", "level", "effective_time", "subscription");
    private static readonly FactFields Telling = new("fact", "effective_time");

    /// <summary>The ticket of an answer to a fact or a question.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="ticketId">The ticket asked.</param>
    /// <param name="requestId">The request's id; empty for none.</param>
    /// <param name="etag">The request's etag; empty for none.</param>
    /// <exception cref="RefusalException">The answer is a refusal.</exception>
    public static TicketRecord Require(this TicketReply reply, string ticketId, string requestId = "", string etag = "") =>
        Require(reply, ticketId, requestId, etag, refusal => Telling.Of(refusal.Kind, refusal.Field));

    /// <summary>The ticket of an answer to an opening.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="ticketId">The ticket to open.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="RefusalException">The answer is a refusal.</exception>
    public static TicketRecord RequireOpened(this TicketReply reply, string ticketId, OpenTicketRequest request) =>
        Require(reply, ticketId, request.RequestId, "", refusal => OpeningFieldsOf(request).Of(refusal.Field));

    /// <summary>Where an opening holds what the engine takes.</summary>
    public static OpeningFields OpeningFieldsOf(OpenTicketRequest request) => request.HasLevel ? OpeningAtLevel : Opening;

    private static TicketRecord Require(TicketReply reply, string ticketId, string requestId, string etag, Func<RefusalReply, string> fieldOf)
    {
        var name = TicketName.TryParse($"tickets/{ticketId}", out var known, out _) ? known.Format() : ticketId;
        return reply.Outcome switch
        {
            TicketOutcome.Done or TicketOutcome.Repeat => reply.Ticket!.Record,
            TicketOutcome.NotFound => throw Refusals.NotFound(ErrorReason.TicketNotFound, name, "list tickets with ListTickets"),
            TicketOutcome.Exists => throw Refusals.AlreadyExists(name, "use another id, or none", ErrorReason.TicketExists),
            TicketOutcome.RequestReused => throw Refusals.RequestIdReused(requestId),
            TicketOutcome.StaleEtag => throw Refusals.StaleEtag(name, etag),
            TicketOutcome.Refused => throw Of(reply.Refusals[0], [.. reply.Refusals], name, fieldOf),
            TicketOutcome.Conflict => throw Refusals.ConcurrentWrite(name),
            _ => throw Refusals.Unavailable(ServiceDefaults.ResourceNames.Redis, Upstream.RetryAfter),
        };
    }

    private static RefusalException Of(RefusalReply first, RefusalReply[] all, string subject, Func<RefusalReply, string> fieldOf) => first.Kind switch
    {
        RefusalKind.IllegalNow => Refusals.FailedPrecondition(ErrorReason.FactNotAllowed, subject, first.Description),
        RefusalKind.TooManyFacts => Refusals.ResourceExhausted(ErrorReason.TooManyFacts, subject, first.Description),
        _ => Refusals.InvalidArgument(all.Select(refusal => new FieldViolation(fieldOf(refusal), refusal.Description, ReasonOf(refusal.Kind, refusal.Field)))),
    };

    /// <summary>The contract's word for a refusal of the engine.</summary>
    public static ErrorReason ReasonOf(RefusalKind kind, string field) => kind switch
    {
        RefusalKind.BeforeOpening => ErrorReason.FactBeforeOpening,
        RefusalKind.InFuture => ErrorReason.FactInFuture,
        RefusalKind.IllegalNow => ErrorReason.FactNotAllowed,
        RefusalKind.TooManyFacts => ErrorReason.TooManyFacts,
        _ when field == "plan" => ErrorReason.HorizonExceeded,
        _ when field.EndsWith("level", StringComparison.Ordinal) => ErrorReason.UnknownLevel,
        _ when field.EndsWith("clause", StringComparison.Ordinal) => ErrorReason.UnknownClause,
        _ => ErrorReason.FieldOutOfRange,
    };
}
