using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Platform.Tests.Contracts;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class ErrorTableTests
{
    public static TheoryData<string> Reasons => [.. ErrorTable.Rows.Select(row => row.Reason)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Row_OfEveryReason_HasTheStatusAndKeysThatAreSent(string reason)
    {
        var row = ErrorTable.Rows.Single(row => row.Reason == reason);

        var status = Refuse(ErrorReasonNames.FromWireName(reason), row.Status).ToStatus();

        var info = status.GetDetail<ErrorInfo>()!;
        Assert.Equal(reason, info.Reason);
        Assert.Equal(row.Status, StatusName((StatusCode)status.Code));
        Assert.Equal(row.Keys.Order(StringComparer.Ordinal), info.Metadata.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RegionNotServed_NoPageIsKnown_SendsNone() =>
        Assert.Equal(["resource"], Refusals.RegionNotServed("policies/a", see: null, "Not there.").Metadata.Keys);

    private static RefusalException Refuse(ErrorReason reason, string status) => reason switch
    {
        ErrorReason.InvalidRequest => Refusals.InvalidArgument(new FieldViolation("a", "A.", ErrorReason.FieldRequired), new("b", "B.", ErrorReason.InvalidFormat)),
        ErrorReason.TextTooLong => Found(checks => checks.Text("a", "four", 3)),
        ErrorReason.TooManyItems => Found(checks => checks.Count("a", 4, 3)),
        ErrorReason.RequestIdReused => Refusals.RequestIdReused("1"),
        ErrorReason.StaleEtag => Refusals.StaleEtag("tickets/1", "7"),
        ErrorReason.WatcherTooSlow => Refusals.WatcherTooSlow([1]),
        ErrorReason.RegionNotServed => Refusals.RegionNotServed("policies/a", "https://example.com", "Not there."),
        ErrorReason.RequestDiverted => Refusals.RequestDiverted("policies/a/plans/b", "wishes", "Ask sales."),
        ErrorReason.UnknownContact => Refusals.PermissionDenied(reason, "accounts/a/contacts/c", "Not authorized.", "agreed_by_contact"),
        ErrorReason.ContactCapReached or ErrorReason.NamedUserCapReached => Refusals.CapReached(reason, "accounts/a", "Full."),
        ErrorReason.NotReady => Refusals.NotReady("clocks", TimeSpan.FromSeconds(1)),
        _ => status switch
        {
            "INVALID_ARGUMENT" => Refusals.InvalidArgument(reason, "a", "A."),
            "NOT_FOUND" => Refusals.NotFound(reason, "policies/a", "list policies"),
            "ALREADY_EXISTS" => Refusals.AlreadyExists("tickets/1", "use another id", reason),
            "ABORTED" => Refusals.ConcurrentWrite("tickets/1"),
            "FAILED_PRECONDITION" => Refusals.FailedPrecondition(reason, "tickets/1", "It is closed."),
            "PERMISSION_DENIED" => Refusals.PermissionDenied(reason, "accounts/a", "Not allowed."),
            "RESOURCE_EXHAUSTED" => Refusals.ResourceExhausted(reason, "tickets/1", "Full."),
            "OUT_OF_RANGE" => Refusals.OutOfRange(reason, "Too far."),
            "UNIMPLEMENTED" => Refusals.Unimplemented("GetBalances", "Coverage"),
            "UNAVAILABLE" => Refusals.Unavailable("redis", TimeSpan.FromSeconds(1)),
            "INTERNAL" => Refusals.Internal("1"),
            _ => throw new InvalidOperationException($"No refusal has the status {status}."),
        },
    };

    private static string StatusName(StatusCode code) =>
        string.Concat(code.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString()));

    private static RefusalException Found(Action<RequestChecks> check)
    {
        var checks = new RequestChecks();
        check(checks);
        return Assert.Throws<RefusalException>(checks.ThrowIfAny);
    }
}
