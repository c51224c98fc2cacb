using System.Collections.Immutable;
using Grpc.Core;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

/// <summary>
/// A request that is refused. The application layer throws what <see cref="Refusals"/> makes; one interceptor turns it into a <c>google.rpc.Status</c>.
/// </summary>
/// <param name="code">The status of the call.</param>
/// <param name="reason">The reason of the <c>ErrorInfo</c>.</param>
/// <param name="message">One sentence: what, which, what to do.</param>
public sealed class RefusalException(StatusCode code, ErrorReason reason, string message) : Exception(message)
{
    /// <summary>The status of the call.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>The reason of the <c>ErrorInfo</c>.</summary>
    public ErrorReason Reason { get; } = reason;

    /// <summary>The metadata of the <c>ErrorInfo</c>: lowercase keys with underscores. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Every fault of the request. Default: none.</summary>
    public ImmutableArray<FieldViolation> Fields { get; init; } = [];

    /// <summary>States that stand in the way. Default: none.</summary>
    public ImmutableArray<PreconditionViolation> Preconditions { get; init; } = [];

    /// <summary>Caps that are reached. Default: none.</summary>
    public ImmutableArray<QuotaViolation> Quotas { get; init; } = [];

    /// <summary>When to try the same again, from now; null where trying again is useless.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The refusal as a status with its details, as the call carries it. A batch puts it into an item's result.</summary>
    public Google.Rpc.Status ToStatus() => RefusalStatus.Of(this);
}
