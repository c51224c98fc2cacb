using System.Collections.Immutable;
using System.Text.Json;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Snapshots as stored. One of another format, or that cannot be read, is worth nothing: the journal has everything.</summary>
internal static class SnapshotCodec
{
    public static byte[] Write(TicketSnapshot snapshot)
    {
        var checkpoint = snapshot.Checkpoint;
        var opening = ((Fact.Opened)checkpoint.Opening.Fact).Plan;
        var plans = checkpoint.Plans.Where(plan => plan != opening).Prepend(opening).ToImmutableArray();
        return JsonSerializer.SerializeToUtf8Bytes(
            new SnapshotData
            {
                V = JournalJson.Version,
                Fold = snapshot.Fold,
                Position = snapshot.Position,
                Intake = snapshot.Intake,
                Facts = checkpoint.FactCount,
                Last = Times.Write(checkpoint.LastRecordTime),
                Reached = Times.Write(checkpoint.Reached),
                OpenEnded = checkpoint.IsOpenEnded,
                Plans = [.. plans.Select(PlanCodec.Write)],
                Opening = FactCodec.Write(checkpoint.Opening, FactNote.None) with { Plan = null },
                Course = CourseCodec.Write(checkpoint.Course, plan => plans.IndexOf(plan)),
                Carried = [.. checkpoint.Carried.Select(milestone => MilestoneCodec.Write(milestone, plan => plans.IndexOf(plan)))],
                Settled = [.. checkpoint.Settled.Select(milestone => MilestoneCodec.Write(milestone, plan => plans.IndexOf(plan)))],
                Counts = [.. checkpoint.SettledCounts.Select(count => new CountData { Milestone = count.Kind.ToString(), State = count.State.ToString(), Count = count.Count })],
                FirstBreaches = [.. checkpoint.FirstBreaches.Select(breach => new MomentData { Sequence = breach.Occurrence, At = Times.Write(breach.At), Milestone = breach.Kind.ToString() })],
                RungCount = checkpoint.SettledRungs,
                Rungs = [.. checkpoint.Rungs.Select(rung => new RungData { Key = SignalCodec.Write(rung.Key), Due = Times.Write(rung.Due), Role = rung.Role })],
                Signals = [.. checkpoint.Signals.Select(Write)],
                Voided = checkpoint.VoidedFacts,
            },
            JournalJson.Default.SnapshotData);
    }

    /// <summary>The snapshot, or null when it is not one of this format.</summary>
    public static TicketSnapshot? Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored, JournalJson.Default.SnapshotData) is { V: JournalJson.Version } data ? Read(data) : null;
        }
        catch (Exception)
        {
            // Whatever is wrong with it, the journal is whole.
            return null;
        }
    }

    private static TicketSnapshot Read(SnapshotData data)
    {
        ImmutableArray<PlanReference> plans = [.. data.Plans.Select(PlanCodec.Read)];
        return new TicketSnapshot(data.Fold, data.Position, data.Intake ?? new Intake(), new TicketCheckpoint
        {
            FactCount = data.Facts,
            LastRecordTime = Times.Read(data.Last),
            Reached = Times.Read(data.Reached),
            IsOpenEnded = data.OpenEnded,
            Opening = FactCodec.ReadRecorded(data.Opening with { Plan = data.Plans[0] }),
            Course = CourseCodec.Read(data.Course, plans),
            Carried = [.. data.Carried.Select(milestone => MilestoneCodec.ReadCarried(milestone, plans))],
            Settled = [.. data.Settled.Select(milestone => MilestoneCodec.ReadSettled(milestone, plans))],
            SettledCounts = [.. data.Counts.Select(count => new MilestoneCount(SignalCodec.Name<MilestoneKind>(count.Milestone), SignalCodec.Name<MilestoneState>(count.State), count.Count))],
            FirstBreaches = [.. data.FirstBreaches.Select(breach => new SettledBreach(Times.Read(breach.At), SignalCodec.Name<MilestoneKind>(breach.Milestone!), breach.Sequence))],
            SettledRungs = data.RungCount,
            Rungs = [.. data.Rungs.Select(rung => new CarriedRung(SignalCodec.Read(rung.Key), Times.Read(rung.Due), rung.Role ?? ""))],
            Signals = [.. data.Signals.Select(Read)],
            VoidedFacts = data.Voided,
        });
    }

    private static KeptData Write(KeptSignal kept) => kept.Standing is { } signal
        ? new KeptData { Times = kept.Times, Standing = SignalCodec.Write(signal) }
        : new KeptData { Times = kept.Times, Key = SignalCodec.Write(kept.Key) };

    private static KeptSignal Read(KeptData data) => data.Standing is { } standing && SignalCodec.Read(standing) is var signal
        ? new KeptSignal(signal.Key, data.Times, signal)
        : new KeptSignal(SignalCodec.Read(data.Key!), data.Times, null);
}
