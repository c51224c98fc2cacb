using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>The words of the document and what they stand for; parser and writer share them.</summary>
internal static class PolicyVocabulary
{
    public static readonly ImmutableSortedDictionary<string, MilestoneKind> Milestones = Words(
        ("initial_response", MilestoneKind.InitialResponse),
        ("follow_up", MilestoneKind.FollowUp),
        ("update", MilestoneKind.Update),
        ("resolution", MilestoneKind.Resolution));

    public static readonly ImmutableSortedDictionary<string, SeverityRuling> Rulings = Words(
        ("claimed", SeverityRuling.Claimed),
        ("verified", SeverityRuling.Verified));

    public static readonly ImmutableSortedDictionary<string, OtherChannels> OtherChannels = Words(
        ("refused", Engine.Policies.OtherChannels.Refused),
        ("untimed", Engine.Policies.OtherChannels.Untimed));

    public static readonly ImmutableSortedDictionary<string, ChannelUser> ChannelUsers = Words(
        ("contact", ChannelUser.Contact),
        ("named_email_user", ChannelUser.NamedEmailUser));

    public static readonly ImmutableSortedDictionary<string, string> ChannelNames = Words(
        ("portal", "portal"), ("email", "email"), ("phone", "phone"), ("web", "web"), ("account_manager", "account_manager"));

    public static readonly ImmutableSortedDictionary<string, string> Priorities = Words(("high", "high"), ("medium", "medium"), ("low", "low"));

    public static readonly ImmutableSortedDictionary<string, StartEvent> Events = Words(
        ("received", StartEvent.Received),
        ("agent_responded", StartEvent.AgentResponded),
        ("customer_replied", StartEvent.CustomerReplied),
        ("confirmed", StartEvent.Confirmed),
        ("workaround_provided", StartEvent.WorkaroundProvided));

    public static readonly ImmutableSortedDictionary<string, ChangeRule> ChangeRules = Words(
        ("retroactive", ChangeRule.Retroactive),
        ("restart", ChangeRule.Restart),
        ("keep_earlier", ChangeRule.KeepEarlier));

    public static readonly ImmutableSortedDictionary<string, ReopenRule> ReopenRules = Words(
        ("resume", ReopenRule.Resume),
        ("restart", ReopenRule.Restart),
        ("new_cycle", ReopenRule.NewCycle));

    public static readonly ImmutableSortedDictionary<string, Commitment> Untimed = Words<Commitment>(
        ("none", new Commitment.None()),
        ("best_effort", new Commitment.BestEffort()),
        ("automatic", new Commitment.Automatic()),
        ("next_routine_release", new Commitment.NextRoutineRelease()),
        ("not_applicable", new Commitment.NotApplicable()));

    public static readonly ImmutableSortedDictionary<string, TargetCondition> Conditions = Words<TargetCondition>(
        ("production", new TargetCondition.Production()),
        ("unusable", new TargetCondition.Unusable()));

    public static readonly ImmutableSortedDictionary<string, string> Periods = Words(
        ("month", "month"), ("quarter", "quarter"), ("year", "year"), ("contract_year", "contract_year"));

    public static readonly ImmutableSortedDictionary<string, IsoDayOfWeek> Weekdays = Words(
        ("mon", IsoDayOfWeek.Monday), ("tue", IsoDayOfWeek.Tuesday), ("wed", IsoDayOfWeek.Wednesday), ("thu", IsoDayOfWeek.Thursday),
        ("fri", IsoDayOfWeek.Friday), ("sat", IsoDayOfWeek.Saturday), ("sun", IsoDayOfWeek.Sunday));

    /// <summary>The word for a meaning.</summary>
    public static string WordFor<T>(this ImmutableSortedDictionary<string, T> words, T meaning) =>
        words.First(word => EqualityComparer<T>.Default.Equals(word.Value, meaning)).Key;

    private static ImmutableSortedDictionary<string, T> Words<T>(params (string Word, T Meaning)[] words) =>
        words.ToImmutableSortedDictionary(word => word.Word, word => word.Meaning, StringComparer.Ordinal);
}
