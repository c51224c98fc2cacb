using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class FailureStatusesTests
{
    private readonly FailureStatuses _statuses = new([new TimeoutsOf("redis")], NullLogger<FailureStatuses>.Instance);

    [Fact]
    public void Of_AnUnknownException_IsInternalWithoutItsText()
    {
        var status = _statuses.Of(new InvalidOperationException("password=secret"), "m", TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.Internal, (StatusCode)status.Code);
        Assert.DoesNotContain("secret", status.ToString(), StringComparison.Ordinal);
        Assert.Equal(32, Info(status).Metadata["trace_id"].Length);
        Assert.Equal("INTERNAL_ERROR", Info(status).Reason);
    }

    [Fact]
    public void Of_AHorizon_IsOutOfRange()
    {
        var status = _statuses.Of(new CalendarHorizonException("Too far; ask for less."), "m", TestContext.Current.CancellationToken);

        Assert.Equal((StatusCode.OutOfRange, "Too far; ask for less.", "HORIZON_EXCEEDED"), ((StatusCode)status.Code, status.Message, Info(status).Reason));
    }

    [Fact]
    public void Of_AClassifiedFailure_IsUnavailableWithADelay()
    {
        var status = _statuses.Of(new TimeoutException(), "m", TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.Unavailable, (StatusCode)status.Code);
        Assert.Equal("redis", Info(status).Metadata["dependency"]);
        Assert.Equal(2, status.GetDetail<RetryInfo>()!.RetryDelay.Seconds);
    }

    [Fact]
    public void Of_ACancelledCall_IsCancelled()
    {
        var status = _statuses.Of(new OperationCanceledException(), "m", new CancellationToken(canceled: true));

        Assert.Equal(StatusCode.Cancelled, (StatusCode)status.Code);
    }

    [Fact]
    public void Of_ACancellationThatIsNotTheCalls_IsInternal() =>
        Assert.Equal(StatusCode.Internal, (StatusCode)_statuses.Of(new OperationCanceledException(), "m", CancellationToken.None).Code);

    [Fact]
    public void Of_ADownstreamRefusal_IsPassedOnWithItsDetails()
    {
        var given = Refusals.NotFound(ErrorReason.PlanNotFound, "policies/a/plans/b", "list plans").ToStatus();

        Assert.Equal(given, _statuses.Of(given.ToRpcException(), "m", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE")]
    [InlineData(StatusCode.DeadlineExceeded, StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE")]
    [InlineData(StatusCode.Internal, StatusCode.Internal, "INTERNAL_ERROR")]
    [InlineData(StatusCode.Unknown, StatusCode.Internal, "INTERNAL_ERROR")]
    [InlineData(StatusCode.InvalidArgument, StatusCode.Internal, "INTERNAL_ERROR")]
    [InlineData(StatusCode.Unimplemented, StatusCode.Internal, "INTERNAL_ERROR")]
    [InlineData(StatusCode.ResourceExhausted, StatusCode.Internal, "INTERNAL_ERROR")]
    [InlineData(StatusCode.Cancelled, StatusCode.Internal, "INTERNAL_ERROR")]
    public void Of_ADownstreamFailureWithoutDetails_GetsThem(StatusCode downstream, StatusCode code, string reason)
    {
        var status = _statuses.Of(new RpcException(new Grpc.Core.Status(downstream, "secret")), "m", TestContext.Current.CancellationToken);

        Assert.Equal((code, reason), ((StatusCode)status.Code, Info(status).Reason));
        Assert.DoesNotContain("secret", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ADownstreamStatusWithDetailsOfAnotherDomain_IsInternalWithATraceId()
    {
        var given = new Google.Rpc.Status { Code = (int)StatusCode.NotFound, Message = "secret", Details = { Any.Pack(new ErrorInfo { Domain = "elsewhere", Reason = "GONE" }) } };

        var status = _statuses.Of(given.ToRpcException(), "m", TestContext.Current.CancellationToken);

        Assert.Equal((StatusCode.Internal, "INTERNAL_ERROR"), ((StatusCode)status.Code, Info(status).Reason));
        Assert.Equal(32, Info(status).Metadata["trace_id"].Length);
        Assert.DoesNotContain("secret", status.ToString(), StringComparison.Ordinal);
    }

    private static ErrorInfo Info(Google.Rpc.Status status) => status.GetDetail<ErrorInfo>()!;

    private sealed class TimeoutsOf(string dependency) : IFailureClassifier
    {
        public RefusalException? Classify(Exception failure) => failure is TimeoutException ? Refusals.Unavailable(dependency, TimeSpan.FromSeconds(2)) : null;
    }
}
