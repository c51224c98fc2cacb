using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Rpc.Errors;

/// <summary>Every way in which these services refuse a request. The metadata keys of each reason are those of the table in <c>protos/README.md</c>.</summary>
public static class Refusals
{
    private const int MostShown = 80;
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>INVALID_ARGUMENT for faults of the request; the reason is theirs when they agree, else <see cref="ErrorReason.InvalidRequest"/>.</summary>
    /// <param name="violations">At least one; one that is found twice counts once.</param>
    public static RefusalException InvalidArgument(params IEnumerable<FieldViolation> violations)
    {
        ImmutableArray<FieldViolation> found = [.. violations.Distinct()];
        if (found.IsEmpty)
        {
            throw new ArgumentException("A refusal names at least one violation.", nameof(violations));
        }

        var reason = found.All(violation => violation.Reason == found[0].Reason) ? found[0].Reason : ErrorReason.InvalidRequest;
        var first = found[0].Field.Length == 0 ? found[0].Description : $"{found[0].Field}: {found[0].Description}";
        var message = found.Length == 1 ? first : $"{found.Length} faults, the first is {first}";
        return new RefusalException(StatusCode.InvalidArgument, reason, message) { Fields = found, Metadata = KeysOf(reason, found) };
    }

    /// <summary>INVALID_ARGUMENT for one fault of one field.</summary>
    public static RefusalException InvalidArgument(ErrorReason reason, string field, string description) =>
        InvalidArgument(new FieldViolation(field, description, reason));

    /// <summary>INVALID_ARGUMENT for what is no message of its rpc, so that no field can be named.</summary>
    public static RefusalException Unreadable() => InvalidArgument(
        ErrorReason.InvalidFormat, "", "It is no message of this rpc: its bytes break off or a text in them is not UTF-8. Send what the contract's generated code writes.");

    /// <summary>OUT_OF_RANGE: an answer exists but lies too far away.</summary>
    public static RefusalException OutOfRange(ErrorReason reason, string message) => new(StatusCode.OutOfRange, reason, message);

    /// <summary>NOT_FOUND.</summary>
    /// <param name="reason">Which kind of resource is missing, such as <see cref="ErrorReason.PlanNotFound"/>.</param>
    /// <param name="resource">The name that was asked for.</param>
    /// <param name="advice">What to do, such as <c>list plans with ListPlans</c>.</param>
    public static RefusalException NotFound(ErrorReason reason, string resource, string advice) =>
        About(StatusCode.NotFound, reason, resource, $"'{Shown(resource)}' does not exist; {advice}.");

    /// <summary>ALREADY_EXISTS.</summary>
    /// <param name="resource">The name that is taken.</param>
    /// <param name="advice">What to do.</param>
    /// <param name="reason">Default: <see cref="ErrorReason.AlreadyExists"/>.</param>
    public static RefusalException AlreadyExists(string resource, string advice, ErrorReason reason = ErrorReason.AlreadyExists) =>
        About(StatusCode.AlreadyExists, reason, resource, $"'{Shown(resource)}' exists already; {advice}.");

    /// <summary>ABORTED: the caller's etag is not the current one.</summary>
    public static RefusalException StaleEtag(string resource, string givenEtag) => new(
        StatusCode.Aborted,
        ErrorReason.StaleEtag,
        $"'{Shown(resource)}' has changed since etag '{Shown(givenEtag)}'; read it again and repeat the change with its new etag.")
    {
        Metadata = None.Add("resource", resource).Add("etag", givenEtag),
    };

    /// <summary>ABORTED: another writer came first.</summary>
    public static RefusalException ConcurrentWrite(string resource) => About(
        StatusCode.Aborted, ErrorReason.ConcurrentWrite, resource, $"'{Shown(resource)}' was changed by another request at the same time; try again.");

    /// <summary>INVALID_ARGUMENT: the request id came within 24 h with another body.</summary>
    public static RefusalException RequestIdReused(string requestId)
    {
        var description = $"'{Shown(requestId)}' was used for another request; give every new request its own UUID.";
        return new RefusalException(StatusCode.InvalidArgument, ErrorReason.RequestIdReused, $"request_id: {description}")
        {
            Fields = [new FieldViolation("request_id", description, ErrorReason.RequestIdReused)],
            Metadata = None.Add("field", "request_id").Add("request_id", requestId),
        };
    }

    /// <summary>ABORTED: the stream ends because its reader does not keep up.</summary>
    /// <param name="resumeToken">Where to go on; sent whole, as base64.</param>
    public static RefusalException WatcherTooSlow(ReadOnlySpan<byte> resumeToken) =>
        new(StatusCode.Aborted, ErrorReason.WatcherTooSlow, "The watcher did not keep up with the events; resume from the token in the metadata.")
        {
            Metadata = None.Add(RefusalStatus.ResumeTokenKey, Convert.ToBase64String(resumeToken)),
        };

    /// <summary>FAILED_PRECONDITION with a <c>PreconditionFailure</c>.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="subject">The resource whose state stands in the way.</param>
    /// <param name="message">One sentence: what, which, what to do.</param>
    public static RefusalException FailedPrecondition(ErrorReason reason, string subject, string message) =>
        new(StatusCode.FailedPrecondition, reason, message)
        {
            Metadata = None.Add("resource", subject),
            Preconditions = [new PreconditionViolation(reason.ToWireName(), subject, message)],
        };

    /// <summary>FAILED_PRECONDITION: the policy refuses the region.</summary>
    /// <param name="policy">The policy's name.</param>
    /// <param name="see">The page that serves the region; null when the policy names none.</param>
    /// <param name="message">One sentence: what, which, what to do.</param>
    public static RefusalException RegionNotServed(string policy, string? see, string message)
    {
        var keys = None.Add("resource", policy);
        return new RefusalException(StatusCode.FailedPrecondition, ErrorReason.RegionNotServed, message)
        {
            Metadata = see is null ? keys : keys.Add("see", see),
            Preconditions = [new PreconditionViolation(ErrorReason.RegionNotServed.ToWireName(), policy, message)],
        };
    }

    /// <summary>FAILED_PRECONDITION: the policy diverts such requests.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="clause">The clause that says so.</param>
    /// <param name="message">What the clause says, and where the request belongs.</param>
    public static RefusalException RequestDiverted(string plan, string clause, string message) =>
        new(StatusCode.FailedPrecondition, ErrorReason.RequestDiverted, message)
        {
            Metadata = None.Add("resource", plan).Add("clause", clause),
            Preconditions = [new PreconditionViolation(ErrorReason.RequestDiverted.ToWireName(), plan, message)],
        };

    /// <summary>FAILED_PRECONDITION with a <c>QuotaFailure</c>: a cap of the plan or contract is reached.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="subject">The resource that has the cap.</param>
    /// <param name="message">One sentence: the cap, and what to do.</param>
    public static RefusalException CapReached(ErrorReason reason, string subject, string message) =>
        new(StatusCode.FailedPrecondition, reason, message)
        {
            Metadata = None.Add("resource", subject),
            Quotas = [new QuotaViolation(subject, message)],
        };

    /// <summary>RESOURCE_EXHAUSTED with a <c>QuotaFailure</c>: a limit of the service itself is reached.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="subject">The resource that has the limit.</param>
    /// <param name="message">One sentence: the limit, and what to do.</param>
    /// <param name="retryAfter">When trying again makes sense; null where it never does.</param>
    public static RefusalException ResourceExhausted(ErrorReason reason, string subject, string message, TimeSpan? retryAfter = null) =>
        new(StatusCode.ResourceExhausted, reason, message)
        {
            Metadata = None.Add("resource", subject),
            Quotas = [new QuotaViolation(subject, message)],
            RetryAfter = retryAfter,
        };

    /// <summary>PERMISSION_DENIED.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="resource">Whom or what it concerns.</param>
    /// <param name="message">One sentence: what, which, what to do.</param>
    /// <param name="field">The field that names it; null when it is the request as a whole.</param>
    public static RefusalException PermissionDenied(ErrorReason reason, string resource, string message, string? field = null)
    {
        var keys = None.Add("resource", resource);
        return new RefusalException(StatusCode.PermissionDenied, reason, message) { Metadata = field is null ? keys : keys.Add("field", field) };
    }

    /// <summary>UNIMPLEMENTED: part of the contract, not yet of the service.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="feature">What brings it: see <see cref="PlannedWork"/>.</param>
    public static RefusalException Unimplemented(string method, string feature) =>
        new(StatusCode.Unimplemented, ErrorReason.NotImplemented, $"{method} is part of the contract but this version does not serve it; it comes with {feature}.")
        {
            Metadata = None.Add("method", method),
        };

    /// <summary>UNAVAILABLE: something that this service needs does not answer.</summary>
    /// <param name="dependency">Its name in the topology, such as <c>redis</c>.</param>
    /// <param name="retryAfter">When trying again makes sense.</param>
    public static RefusalException Unavailable(string dependency, TimeSpan retryAfter) =>
        new(StatusCode.Unavailable, ErrorReason.DependencyUnavailable, $"{dependency} does not answer; nothing was changed that was not confirmed; try again after the delay given.")
        {
            Metadata = None.Add("dependency", dependency),
            RetryAfter = retryAfter,
        };

    /// <summary>UNAVAILABLE: the service is starting or stopping.</summary>
    /// <param name="service">Its name in the topology.</param>
    /// <param name="retryAfter">When trying again makes sense.</param>
    public static RefusalException NotReady(string service, TimeSpan retryAfter) =>
        new(StatusCode.Unavailable, ErrorReason.NotReady, $"{service} is starting or stopping; try again after the delay given.")
        {
            Metadata = None.Add("service", service),
            RetryAfter = retryAfter,
        };

    /// <summary>INTERNAL: a defect. The text says nothing of it; the trace id finds it.</summary>
    internal static RefusalException Internal(string traceId) =>
        new(StatusCode.Internal, ErrorReason.InternalError, $"The service failed on this request; report trace id {traceId}.")
        {
            Metadata = None.Add("trace_id", traceId),
        };

    private static ImmutableSortedDictionary<string, string> KeysOf(ErrorReason reason, ImmutableArray<FieldViolation> found)
    {
        var keys = None.Add("field", found[0].Field);
        return reason == ErrorReason.InvalidRequest ? keys.Add("count", found.Length.ToString(CultureInfo.InvariantCulture))
            : found[0].Limit is { } limit ? keys.Add("limit", limit.ToString(CultureInfo.InvariantCulture))
            : keys;
    }

    private static RefusalException About(StatusCode code, ErrorReason reason, string resource, string message) =>
        new(code, reason, message) { Metadata = None.Add("resource", resource) };

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}
