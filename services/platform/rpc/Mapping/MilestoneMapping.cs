using System.Globalization;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using MilestoneDerivation = SlaPlatform.Engine.Clocks.MilestoneDerivation;
using WireDerivation = SlaPlatform.Contracts.Clocks.V1.MilestoneDerivation;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Milestones on the wire.</summary>
public static class MilestoneMapping
{
    /// <summary>The id of an occurrence, unique and stable within its ticket: <c>follow_up.7</c>.</summary>
    public static string ToText(this MilestoneId id) => $"{id.Kind.ToWord()}.{id.Occurrence.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The occurrence that a text names, or null when it has another form.</summary>
    public static MilestoneId? Parse(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && ChoiceMapping.MilestoneOfWord(text[..dot]) is { } kind
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence)
                ? new MilestoneId(kind, occurrence)
                : null;
    }

    /// <summary>The milestone as a message.</summary>
    /// <param name="view">How it stands.</param>
    /// <param name="targets">Maps its target.</param>
    public static Milestone ToProto(this MilestoneView view, TargetMapping targets) => new()
    {
        Id = view.Id.ToText(),
        Kind = view.Id.Kind.ToProto(),
        Occurrence = view.Ordinal,
        State = view.State.ToProto(),
        Level = view.Level,
        Target = targets.ToProto(view.Target),
        StartTime = view.StartTime?.ToTimestamp(),
        DueTime = view.DueTime?.ToTimestamp(),
        ConsumedDuration = view.Consumed?.ToProtobufDuration(),
        RemainingDuration = view.Remaining?.ToProtobufDuration(),
        ConsumedPercent = Percent(view),
        MetTime = view.MetTime?.ToTimestamp(),
        BreachTime = view.BreachTime?.ToTimestamp(),
        StateReason = view.Reason,
        OccurrenceFact = view.Id.Occurrence,
    };

    /// <summary>The milestone with its derivation as a message.</summary>
    public static WireDerivation ToProto(this MilestoneDerivation derivation, TargetMapping targets) => new()
    {
        Milestone = derivation.Milestone.ToProto(targets),
        Derivation = derivation.ToProto(),
    };

    private static string Percent(MilestoneView view)
    {
        if (view.Consumed is not { } consumed || view.Remaining is not { } remaining)
        {
            return "";
        }

        var whole = remaining > Duration.Zero ? consumed + remaining
            : view.Target.Commitment.Timing?.Amount is Amount.OpenTime { Duration: var amount } ? amount
            : consumed;
        var percent = whole == Duration.Zero ? 100m : 100m * (decimal)consumed.ToInt64Nanoseconds() / whole.ToInt64Nanoseconds();
        return percent.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
