using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using WireCause = SlaPlatform.Contracts.Vocabulary.V1.Cause;
using WireChannel = SlaPlatform.Contracts.Vocabulary.V1.Channel;
using WireLine = SlaPlatform.Contracts.Vocabulary.V1.Line;
using WireMilestoneKind = SlaPlatform.Contracts.Vocabulary.V1.MilestoneKind;
using WireMilestoneState = SlaPlatform.Contracts.Vocabulary.V1.MilestoneState;
using WireRuling = SlaPlatform.Contracts.Catalog.V1.RulingSeverity;
using WireSegmentRule = SlaPlatform.Contracts.Vocabulary.V1.SegmentRule;
using WireSignalKind = SlaPlatform.Contracts.Vocabulary.V1.SignalKind;
using WireStartEvent = SlaPlatform.Contracts.Vocabulary.V1.StartEvent;
using WireTicketState = SlaPlatform.Contracts.Clocks.V1.TicketState;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Closed choices on the wire. The proto's values are the domain's in the same order, after the unspecified one; words are matched by name.</summary>
public static class ChoiceMapping
{
    private static readonly string[] ChannelWords = ["", "portal", "email", "phone", "web", "account_manager", "community"];
    private static readonly string[] CauseWords = ["", "vendor", "customer", "third_party", "force_majeure"];
    private static readonly string[] MilestoneWords = ["initial_response", "follow_up", "update", "resolution"];

    /// <summary>The kind on the wire.</summary>
    public static WireMilestoneKind ToProto(this MilestoneKind kind) => (WireMilestoneKind)((int)kind + 1);

    /// <summary>The kind of a value that is known and not unspecified.</summary>
    public static MilestoneKind ToDomain(this WireMilestoneKind kind) => (MilestoneKind)((int)kind - 1);

    /// <summary>The kind as ids of milestones and rows spell it: <c>initial_response</c>.</summary>
    public static string ToWord(this MilestoneKind kind) => MilestoneWords[(int)kind];

    /// <summary>The kind that a word names, or null.</summary>
    public static MilestoneKind? MilestoneOfWord(string word) => Array.IndexOf(MilestoneWords, word) is var index and >= 0 ? (MilestoneKind)index : null;

    /// <summary>The state on the wire.</summary>
    public static WireMilestoneState ToProto(this MilestoneState state) => (WireMilestoneState)((int)state + 1);

    /// <summary>The kind on the wire.</summary>
    public static WireSignalKind ToProto(this SignalKind kind) => (WireSignalKind)((int)kind + 1);

    /// <summary>The kind of a value that is known and not unspecified.</summary>
    public static SignalKind ToDomain(this WireSignalKind kind) => (SignalKind)((int)kind - 1);

    /// <summary>The state on the wire.</summary>
    public static WireTicketState ToProto(this TicketState state) => (WireTicketState)((int)state + 1);

    /// <summary>The state of a value that is known and not unspecified.</summary>
    public static TicketState ToDomain(this WireTicketState state) => (TicketState)((int)state - 1);

    /// <summary>The event on the wire.</summary>
    public static WireStartEvent ToProto(this StartEvent start) => (WireStartEvent)((int)start + 1);

    /// <summary>The event of a value that is known and not unspecified.</summary>
    public static StartEvent ToDomain(this WireStartEvent start) => (StartEvent)((int)start - 1);

    /// <summary>The rule on the wire.</summary>
    public static WireSegmentRule ToProto(this DerivationRule rule) => (WireSegmentRule)((int)rule + 1);

    /// <summary>The ruling on the wire.</summary>
    public static WireRuling ToProto(this SeverityRuling ruling) => (WireRuling)((int)ruling + 1);

    /// <summary>The line that the engine calls by this word; unspecified for an unknown one.</summary>
    public static WireLine LineOfWord(string word) => (WireLine)(SupportLines.All.IndexOf(word) + 1);

    /// <summary>The engine's word for a line that is known and not unspecified.</summary>
    public static string ToWord(this WireLine line) => SupportLines.All[(int)line - 1];

    /// <summary>The channel that policies call by this word; unspecified for an unknown one.</summary>
    public static WireChannel ChannelOfWord(string word) => (WireChannel)Math.Max(0, Array.IndexOf(ChannelWords, word));

    /// <summary>The policies' word for a channel; empty for unspecified.</summary>
    public static string ToWord(this WireChannel channel) => ChannelWords[(int)channel];

    /// <summary>The cause that the engine calls by this word; unspecified for null or an unknown one.</summary>
    public static WireCause CauseOfWord(string? word) => (WireCause)Math.Max(0, Array.IndexOf(CauseWords, word ?? ""));

    /// <summary>The engine's word for a cause; null for unspecified.</summary>
    public static string? ToWord(this WireCause cause) => cause == WireCause.Unspecified ? null : CauseWords[(int)cause];
}
