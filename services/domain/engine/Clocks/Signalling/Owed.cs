using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>Compares what is owed with what stands raised: raises the difference, retracts what is no longer so.</summary>
internal static class Owed
{
    /// <summary>The signals that a turn at the record time adds.</summary>
    /// <param name="log">What is recorded.</param>
    /// <param name="schedule">What the facts say.</param>
    /// <param name="recordTime">The turn's record time.</param>
    /// <param name="cause">The fact that changed what is owed, or null when only time has passed.</param>
    public static ImmutableArray<Signal> Raise(TicketLog log, Schedule schedule, Instant recordTime, RecordedFact? cause)
    {
        var standing = Standing.Of(log);
        var owed = schedule.Candidates.Where(candidate => candidate.IsOwedAt(recordTime)).ToList();
        var keys = owed.Select(candidate => candidate.Key).ToHashSet();
        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var raised in standing.Raised.Where(raised => !keys.Contains(raised.Key)))
        {
            signals.Add(Retract(raised, recordTime, cause));
        }

        foreach (var candidate in owed.Where(candidate => !standing.Has(candidate.Key)))
        {
            signals.Add(New(log.TicketId, candidate, recordTime, standing.TimesRaised(candidate.Key), cause));
        }

        return signals.ToImmutable();
    }

    private static Signal New(string ticketId, Candidate candidate, Instant recordTime, int raisedBefore, RecordedFact? cause)
    {
        var owedSince = Instant.Max(candidate.Due, cause?.RecordTime ?? Instant.MinValue);
        return new Signal
        {
            Id = SignalIds.Of(ticketId, candidate.Key, candidate.Due, raisedBefore),
            Key = candidate.Key,
            Kind = candidate.Key.Kind,
            DueTime = candidate.Due,
            RaisedTime = recordTime,
            Lateness = recordTime - Instant.Min(owedSince, recordTime),
            Role = candidate.Role,
        };
    }

    private static Signal Retract(Signal raised, Instant recordTime, RecordedFact? cause) => new()
    {
        Id = SignalIds.OfRetraction(raised.Id),
        Key = raised.Key,
        Kind = SignalKind.Retracted,
        DueTime = raised.DueTime,
        RaisedTime = recordTime,
        Lateness = Duration.Zero,
        Role = raised.Role,
        Retracts = raised.Id,
        Cause = cause?.Sequence,
    };
}
