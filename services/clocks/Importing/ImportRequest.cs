using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Importing;

/// <summary>A checked request to take over a ticket of the past.</summary>
/// <param name="TicketId">The id given, or the one derived from the request id.</param>
/// <param name="Content">The digest of all that makes the ticket: neither the request id nor the time from which it signals.</param>
/// <param name="ReceivedTime">When it was received; null for now.</param>
/// <param name="SignalsFrom">Nothing that was due before is raised.</param>
/// <param name="Facts">What happened since.</param>
/// <param name="Moves">The changes of plan among the facts; their plans are still to be found.</param>
internal sealed record ImportRequest(
    string TicketId,
    string Content,
    Instant? ReceivedTime,
    Instant SignalsFrom,
    ImmutableArray<(NewFact Fact, FactNote Note)> Facts,
    ImmutableArray<PlanMove> Moves)
{
    /// <summary>The most facts after the opening.</summary>
    public const int MostFacts = TicketClock.MostFacts - 1;

    /// <summary>The most bytes that are stored of a ticket: it is one write, and one that any server's log holds and takes in time.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    // Stands for a plan until it is found.
    private static readonly PlanReference Unknown = new("", "", new ServiceTerms { TimeZone = "UTC" });

    /// <summary>Checks the fields.</summary>
    /// <exception cref="RefusalException">There are violations.</exception>
    public static ImportRequest Read(Wire.ImportTicketsRequest request, Instant now)
    {
        var checks = new RequestChecks();
        var opening = OpeningRequest.Read(checks, "open", request.Open ?? new Wire.OpenTicketRequest(), now);
        var signalsFrom = checks.Time("signals_from_time", request.SignalsFromTime) ?? now;
        if (signalsFrom > now + TicketClock.Tolerance)
        {
            checks.Add(ErrorReason.FieldOutOfRange, "signals_from_time", $"{signalsFrom} lies in the future (it is {now}), and what comes due until then would never be raised; give a time up to now, or none for now.");
        }

        var facts = ImmutableArray.CreateBuilder<(NewFact, FactNote)>();
        var moves = ImmutableArray.CreateBuilder<PlanMove>();
        if (checks.Count("facts", request.Facts.Count, MostFacts))
        {
            for (var i = 0; i < request.Facts.Count; i++)
            {
                if (ReadFact(checks, i, request.Facts[i], opening.TicketId, moves) is { } fact)
                {
                    facts.Add(fact);
                }
            }
        }

        checks.ThrowIfAny();
        return new ImportRequest(opening.TicketId, ContentOf(request), opening.ReceivedTime, Instant.Min(signalsFrom, now), facts.ToImmutable(), moves.ToImmutable());
    }

    private static (NewFact Fact, FactNote Note)? ReadFact(
        RequestChecks checks, int index, Wire.ImportedFact told, string ticketId, ImmutableArray<PlanMove>.Builder moves)
    {
        var field = FieldPath.Item("facts", index);
        var effective = checks.RequiredTime(FieldPath.Join(field, "effective_time"), told.EffectiveTime);
        var fact = new FactReader(checks).Read(FieldPath.Join(field, "fact"), told.Fact, (change, at) =>
        {
            var plan = checks.RequiredName<PlanName>(FieldPath.Join(at, "plan"), change.Plan);
            var readings = TermsMapping.ReadReadings(checks, FieldPath.Join(at, "readings"), change.Readings);
            if (plan is null)
            {
                return null;
            }

            moves.Add(new PlanMove(index, at, plan, readings, effective));
            return Unknown;
        });
        if (fact is Fact.Merged merged && merged.Into == ticketId)
        {
            checks.Add(ErrorReason.InvalidMerge, FieldPath.Join(field, "fact.merged.into"), "A ticket cannot be merged into itself; name another one.");
        }

        return fact is null ? null : (new NewFact(fact, effective), new FactNote { Actor = told.Fact.Actor, Reason = told.Fact.Closed?.Reason ?? "" });
    }

    private static string ContentOf(Wire.ImportTicketsRequest request)
    {
        var content = request.Clone();
        content.Open.RequestId = "";
        return RequestDigest.Of(content, "signals_from_time");
    }
}
