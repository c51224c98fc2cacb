using System.Collections.Immutable;

namespace SlaPlatform.Engine.Triage;

/// <summary>A question that an incident report answers: one of a closed set of values, or a text.</summary>
public sealed record ReportField
{
    private ReportField(string name, int longest, params ImmutableArray<string> values)
    {
        Name = name;
        LongestText = longest;
        Values = values;
    }

    /// <summary>The field's name in policy documents and assessments.</summary>
    public string Name { get; }

    /// <summary>The values it can have, in their order; empty for a text.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The most characters that a text may have; zero for a closed set.</summary>
    public int LongestText { get; }

    /// <summary>Whether it holds free text, on which no rule of triage decides.</summary>
    public bool IsText => Values.IsEmpty;

    /// <summary>Which environment is concerned.</summary>
    public static ReportField Environment { get; } = Choice("environment", "production", "non_production");

    /// <summary>How many users are affected.</summary>
    public static ReportField UsersAffected { get; } = Choice("users_affected", "one", "some", "many", "all");

    /// <summary>Whether there is a reasonable workaround.</summary>
    public static ReportField Workaround { get; } = Choice("workaround", "none", "available", "unknown");

    /// <summary>Whether the service answers.</summary>
    public static ReportField Availability { get; } = Choice("availability", "up", "degraded", "down", "not_serving_content");

    /// <summary>Whether data is sound.</summary>
    public static ReportField DataIntegrity { get; } = Choice("data_integrity", "ok", "at_risk", "lost");

    /// <summary>How much of the function is affected.</summary>
    public static ReportField Function { get; } = Choice("function", "none", "minor", "several", "important", "major", "all");

    /// <summary>How fast the service is.</summary>
    public static ReportField Performance { get; } = Choice("performance", "normal", "degraded", "severely_degraded");

    /// <summary>Whether the problem stays.</summary>
    public static ReportField Persistence { get; } = Choice("persistence", "once", "intermittent", "persistent");

    /// <summary>What is asked for.</summary>
    public static ReportField Request { get; } =
        Choice("request", "incident", "question", "feature_activation", "data_import", "feature_request", "configuration");

    /// <summary>How soon it must be dealt with.</summary>
    public static ReportField Urgency { get; } = Choice("urgency", "high", "medium", "low");

    /// <summary>How much it affects.</summary>
    public static ReportField Impact { get; } = Choice("impact", "high", "medium", "low");

    /// <summary>How old the last good backup is.</summary>
    public static ReportField LastGoodBackup { get; } = Choice("last_good_backup", "within_48_hours", "older_than_48_hours");

    /// <summary>What it does to the customer's business.</summary>
    public static ReportField BusinessEffect { get; } = Choice("business_effect", "none", "some", "critical");

    /// <summary>Who or what caused it, as far as the reporter knows.</summary>
    public static ReportField Cause { get; } = Choice("cause", "vendor", "customer", "third_party", "force_majeure");

    /// <summary>What is unavailable or wrong.</summary>
    public static ReportField WhatFails { get; } = Text("what_fails", 65_536);

    /// <summary>What it does to the users, in words.</summary>
    public static ReportField UserImpact { get; } = Text("user_impact", 16_384);

    /// <summary>How to make it happen again.</summary>
    public static ReportField StepsToReproduce { get; } = Text("steps_to_reproduce", 65_536);

    /// <summary>Logs or data that show it.</summary>
    public static ReportField Logs { get; } = Text("logs", 262_144);

    /// <summary>The exact wording of error messages.</summary>
    public static ReportField ErrorMessages { get; } = Text("error_messages", 16_384);

    /// <summary>When it began, as the reporter says.</summary>
    public static ReportField StartTime { get; } = Text("start_time", 100);

    /// <summary>The product concerned.</summary>
    public static ReportField Product { get; } = Text("product", 200);

    /// <summary>The product's version.</summary>
    public static ReportField Version { get; } = Text("version", 200);

    /// <summary>The third party's product or system concerned.</summary>
    public static ReportField ThirdParty { get; } = Text("third_party", 200);

    /// <summary>The language of the report, a BCP 47 tag.</summary>
    public static ReportField Language { get; } = Text("language", 35);

    /// <summary>Every field, closed sets first.</summary>
    public static ImmutableArray<ReportField> All { get; } =
    [
        Environment, UsersAffected, Workaround, Availability, DataIntegrity, Function, Performance, Persistence, Request, Urgency, Impact,
        LastGoodBackup, BusinessEffect, Cause, WhatFails, UserImpact, StepsToReproduce, Logs, ErrorMessages, StartTime, Product, Version,
        ThirdParty, Language,
    ];

    /// <summary>The field with the name, or null.</summary>
    public static ReportField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <inheritdoc/>
    public bool Equals(ReportField? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ReportField Choice(string name, params ImmutableArray<string> values) => new(name, 0, values);

    private static ReportField Text(string name, int longest) => new(name, longest);
}
