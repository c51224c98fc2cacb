using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.Time;
using WirePolicy = SlaPlatform.Contracts.Catalog.V1.Policy;

namespace SlaPlatform.PolicyClient;

/// <summary>Which revisions of a policy were in force when, as far as the catalog has said.</summary>
/// <param name="Spans">Spans by the hash of their revision.</param>
internal sealed record PolicyTimeline(ImmutableDictionary<string, PolicyTimeline.Span> Spans)
{
    public static PolicyTimeline Empty { get; } = new(ImmutableDictionary<string, Span>.Empty);

    /// <summary>The hash of the revision in force at a time. A span that has an end is certain; one without is trusted when asked for since <paramref name="freshFrom"/>.</summary>
    public string? Find(Instant at, Instant freshFrom) => Spans
        .FirstOrDefault(span => span.Value.Covers(at) && (span.Value.Until is not null || span.Value.Asked >= freshFrom))
        .Key;

    public PolicyTimeline With(WirePolicy answer, Instant asked) => new(Spans.SetItem(
        answer.DocumentSha256,
        new Span(answer.EffectiveTime.ToInstant(), answer.SupersededTime?.ToInstant(), asked)));

    internal readonly record struct Span(Instant From, Instant? Until, Instant Asked)
    {
        public bool Covers(Instant at) => From <= at && (Until is not { } end || at < end);
    }
}
