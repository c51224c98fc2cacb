using System.Collections.Immutable;
using Grpc.Core;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

/// <summary>
/// A request that is refused. The application layer throws what <see cref="Refusals"/> makes; one interceptor turns it into a <c>google.rpc.Status</c>.
/// </summary>
public sealed class RefusalException : Exception
{
    internal RefusalException(StatusCode code, ErrorReason reason, string message)
        : base(message)
    {
        Code = code;
        Reason = reason;
    }

    /// <summary>The status of the call.</summary>
    public StatusCode Code { get; }

    /// <summary>The reason of the <c>ErrorInfo</c>.</summary>
    public ErrorReason Reason { get; }

    /// <summary>The metadata of the <c>ErrorInfo</c>: lowercase keys with underscores. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; internal init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Every fault of the request. Default: none.</summary>
    public ImmutableArray<FieldViolation> Fields { get; internal init; } = [];

    /// <summary>States that stand in the way. Default: none.</summary>
    public ImmutableArray<PreconditionViolation> Preconditions { get; internal init; } = [];

    /// <summary>Caps that are reached. Default: none.</summary>
    public ImmutableArray<QuotaViolation> Quotas { get; internal init; } = [];

    /// <summary>When to try the same again, from now; null where trying again is useless.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The refusal as a status with its details, as the call carries it. A batch puts it into an item's result.</summary>
    public Google.Rpc.Status ToStatus() => RefusalStatus.Of(this);
}
