using System.Text.Json;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Facts as stored, and as grains hand them to each other.</summary>
internal static class FactCodec
{
    public static byte[] ToBytes(Fact fact, FactNote note) => JsonSerializer.SerializeToUtf8Bytes(Write(fact, note), JournalJson.Default.FactData);

    public static (Fact Fact, FactNote Note) FromBytes(byte[] bytes)
    {
        var data = JsonSerializer.Deserialize(bytes, JournalJson.Default.FactData) ?? throw new JournalFormatException("A fact is empty.");
        return (Read(data), ReadNote(data.Note));
    }

    public static FactData Write(RecordedFact recorded, FactNote note) => Write(recorded.Fact, note) with
    {
        Sequence = recorded.Sequence,
        Effective = Times.Write(recorded.EffectiveTime),
        Recorded = Times.Write(recorded.RecordTime),
    };

    public static RecordedFact ReadRecorded(FactData data) =>
        new(data.Sequence, Times.Read(data.Effective), Times.Read(data.Recorded), Read(data));

    public static FactNote ReadNote(NoteData? data) => data is null
        ? FactNote.None
        : new FactNote { Actor = data.Actor ?? "", Reason = data.Reason ?? "", Import = data.Import ?? "", Intake = data.Intake };

    private static FactData Write(Fact fact, FactNote note)
    {
        var data = new FactData { Name = fact.Name, Note = WriteNote(note) };
        return fact switch
        {
            Fact.Opened opened => data with
            {
                Plan = PlanCodec.Write(opened.Plan),
                Claimed = opened.ClaimedLevel,
                Verified = opened.VerifiedLevel,
                Production = opened.Production,
                Unusable = opened.Unusable,
                ExemptReason = opened.TargetsExemptReason,
                SignalsFrom = Times.Write(opened.SignalsFrom),
                Reason = opened.WaitingReason,
            },
            Fact.WaitingOnCustomer waiting => data with { Reason = waiting.Reason },
            Fact.Paused paused => data with { Reason = paused.Reason },
            Fact.Confirmed confirmed => data with { Cause = confirmed.Cause },
            Fact.HandedOver handed => data with { Line = handed.Line },
            Fact.SeverityChanged changed => data with
            {
                Claimed = changed.ClaimedLevel,
                Verified = changed.VerifiedLevel,
                Reason = changed.Reason,
                Actor = changed.Actor,
                AgreedBy = changed.AgreedBy,
            },
            Fact.PlanChanged changed => data with { Plan = PlanCodec.Write(changed.Plan) },
            Fact.Excluded excluded => data with { Clause = excluded.Clause, Evidence = excluded.Evidence },
            Fact.ExclusionLifted lifted => data with { Clause = lifted.Clause },
            Fact.Resolved resolved => data with { Release = resolved.Release },
            Fact.Merged merged => data with { Into = merged.Into },
            _ => data,
        };
    }

    private static Fact Read(FactData data) => data.Name switch
    {
        "opened" => new Fact.Opened
        {
            Plan = PlanCodec.Read(data.Plan!),
            ClaimedLevel = data.Claimed,
            VerifiedLevel = data.Verified,
            Production = data.Production,
            Unusable = data.Unusable,
            TargetsExemptReason = data.ExemptReason,
            SignalsFrom = Times.ReadOptional(data.SignalsFrom),
            WaitingReason = data.Reason,
        },
        "agent_responded" => new Fact.AgentResponded(),
        "customer_replied" => new Fact.CustomerReplied(),
        "waiting_on_customer" => new Fact.WaitingOnCustomer(data.Reason ?? ""),
        "paused" => new Fact.Paused(data.Reason ?? ""),
        "resumed" => new Fact.Resumed(),
        "confirmed" => new Fact.Confirmed(data.Cause),
        "handed_over" => new Fact.HandedOver(data.Line ?? ""),
        "severity_changed" => new Fact.SeverityChanged
        {
            ClaimedLevel = data.Claimed,
            VerifiedLevel = data.Verified,
            Reason = data.Reason ?? "",
            Actor = data.Actor ?? "",
            AgreedBy = data.AgreedBy,
        },
        "plan_changed" => new Fact.PlanChanged(PlanCodec.Read(data.Plan!)),
        "workaround_provided" => new Fact.WorkaroundProvided(),
        "excluded" => new Fact.Excluded(data.Clause ?? "", data.Evidence ?? ""),
        "exclusion_lifted" => new Fact.ExclusionLifted(data.Clause ?? ""),
        "resolved" => new Fact.Resolved(data.Release),
        "reopened" => new Fact.Reopened(),
        "closed" => new Fact.Closed(),
        "merged" => new Fact.Merged(data.Into ?? ""),
        _ => throw new JournalFormatException($"A stored fact is called '{data.Name}', which this version does not know."),
    };

    private static NoteData? WriteNote(FactNote note) => note == FactNote.None
        ? null
        : new NoteData { Actor = note.Actor, Reason = note.Reason, Import = note.Import.Length == 0 ? null : note.Import, Intake = note.Intake };
}
