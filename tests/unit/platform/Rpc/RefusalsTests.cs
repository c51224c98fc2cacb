using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class RefusalsTests
{
    [Fact]
    public void InvalidArgument_SameFaultTwice_IsOneFault()
    {
        var refusal = Refusals.InvalidArgument(
            new FieldViolation("level", "It is 9; give 1 to 4.", ErrorReason.UnknownLevel), new FieldViolation("level", "It is 9; give 1 to 4.", ErrorReason.UnknownLevel));
        Assert.Equal(("level: It is 9; give 1 to 4.", 1), (refusal.Message, refusal.Fields.Length));
    }

    [Fact]
    public void ToStatus_ThousandsOfViolations_FitsIntoTheTrailersOfAnyClient()
    {
        var violations = Enumerable.Range(0, 5000).Select(i => new FieldViolation($"windows[{i}]", new string('x', 10_000), ErrorReason.InvalidWindow));

        var status = Refusals.InvalidArgument(violations).ToStatus();

        Assert.InRange(status.CalculateSize(), 1, 5500);
        Assert.Contains("more violations", status.GetDetail<BadRequest>()!.FieldViolations[^1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void FailedPrecondition_ToStatus_HasItsViolation()
    {
        var status = Refusals.FailedPrecondition(ErrorReason.FactNotAllowed, "tickets/1", "The ticket is closed; reopen it first.").ToStatus();

        var violation = Assert.Single(status.GetDetail<PreconditionFailure>()!.Violations);
        Assert.Equal(("FACT_NOT_ALLOWED", "tickets/1"), (violation.Type, violation.Subject));
    }

    [Fact]
    public void CapReached_ToStatus_IsAPreconditionWithAQuota()
    {
        var status = Refusals.CapReached(ErrorReason.ContactCapReached, "accounts/a", "The plan has 10 contacts; remove one first.").ToStatus();

        Assert.Equal(StatusCode.FailedPrecondition, (StatusCode)status.Code);
        Assert.Equal("accounts/a", Assert.Single(status.GetDetail<QuotaFailure>()!.Violations).Subject);
    }

    [Fact]
    public void StaleEtag_ToStatus_IsAborted()
    {
        var status = Refusals.StaleEtag("tickets/1", "7").ToStatus();

        Assert.Equal((StatusCode.Aborted, "STALE_ETAG"), ((StatusCode)status.Code, status.GetDetail<ErrorInfo>()!.Reason));
        Assert.Contains("read it again", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WatcherTooSlow_ToStatus_KeepsTheLongestTokenWhole()
    {
        var token = Enumerable.Range(0, 593).Select(i => (byte)(i % 256)).ToArray();

        var status = Refusals.WatcherTooSlow(token).ToStatus();

        Assert.Equal(token, Convert.FromBase64String(status.GetDetail<ErrorInfo>()!.Metadata["resume_token"]));
        Assert.InRange(status.CalculateSize(), 1, 5500);
    }

    [Fact]
    public void NotFound_ToStatus_CutsALongName() =>
        Assert.Equal(200, Refusals.NotFound(ErrorReason.PlanNotFound, new string('x', 5000), "list plans").ToStatus().GetDetail<ErrorInfo>()!.Metadata["resource"].Length);

    [Fact]
    public void InvalidArgument_OneReason_IsTheReasonOfAll() =>
        Assert.Equal(ErrorReason.TextTooLong, Refusals.InvalidArgument(new FieldViolation("a", "A.", ErrorReason.TextTooLong), new("b", "B.", ErrorReason.TextTooLong)).Reason);
}
