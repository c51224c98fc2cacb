using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Tests.Typing;
using Status = Google.Rpc.Status;

namespace SlaPlatform.Cli.Tests.Rendering;

public sealed class ErrorReportTests
{
    private static readonly (PlatformService Service, Uri Url) Catalog = (PlatformService.Catalog, new Uri("http://127.0.0.1:5101"));

    [Fact]
    public void Of_BadRequest_ListsEveryField()
    {
        var report = ErrorReport.Of(Refusal(
            StatusCode.InvalidArgument, "Two fields are wrong.",
            new ErrorInfo { Domain = "slaplatform", Reason = "INVALID_REQUEST", Metadata = { ["count"] = "2" } },
            new BadRequest
            {
                FieldViolations =
                {
                    new BadRequest.Types.FieldViolation { Field = "amount", Reason = "INVALID_AMOUNT", Description = "It is too long." },
                    new BadRequest.Types.FieldViolation { Field = "time_zone", Reason = "UNKNOWN_TIME_ZONE", Description = "It is not a zone." },
                },
            }), Catalog, TypedNames.Of("due"));
        Assert.Equal(("INVALID_ARGUMENT", "INVALID_REQUEST", "Two fields are wrong."), (report.Status, report.Reason, report.Message));
        Assert.Equal([new("amount", "--amount", "INVALID_AMOUNT", "It is too long."), new("time_zone", "--zone", "UNKNOWN_TIME_ZONE", "It is not a zone.")], report.Violations);
    }

    [Fact]
    public void Of_KnownReason_NamesTheCommandThatHelps()
    {
        var report = ErrorReport.Of(Refusal(StatusCode.NotFound, "No such plan.", new ErrorInfo { Domain = "slaplatform", Reason = "PLAN_NOT_FOUND" }), Catalog, TypedNames.Of("plans"));
        Assert.Contains("sla plans", report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnavailableWithoutDetails_SaysWhereAndHowToStart()
    {
        var report = ErrorReport.Of(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "Error connecting to subchannel.")), Catalog, TypedNames.Of("plans"));
        Assert.Equal("UNREACHABLE", report.Status);
        Assert.Contains("http://127.0.0.1:5101", report.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project apphost", report.Remedy, StringComparison.Ordinal);
        Assert.Contains("SLA_CATALOG_URL", report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DeadlinePassed_SaysWhoDidNotAnswer()
    {
        var report = ErrorReport.Of(new RpcException(new Grpc.Core.Status(StatusCode.DeadlineExceeded, "")), Catalog, TypedNames.Of("plans"));
        Assert.Equal("The catalog service at http://127.0.0.1:5101 did not answer in time.", report.Speech.Headline);
        Assert.Contains("--timeout", report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StatusWithoutText_NamesTheStatus()
    {
        var report = ErrorReport.Of(new RpcException(new Grpc.Core.Status(StatusCode.ResourceExhausted, "")), Catalog, TypedNames.Of("plans"));
        Assert.Equal(("The catalog service at http://127.0.0.1:5101 answered RESOURCE_EXHAUSTED and said no more.", null), (report.Speech.Headline, report.Remedy));
    }

    [Fact]
    public void Of_CapReached_IsSaidOnce()
    {
        const string text = "The plan names at most 10 contacts; remove one first.";
        var report = ErrorReport.Of(
            Refusal(StatusCode.FailedPrecondition, text, new ErrorInfo { Domain = "slaplatform", Reason = "CONTACT_CAP_REACHED" }, new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "accounts/a", Description = text } } }),
            Catalog, TypedNames.Of("contact add"));
        Assert.Equal((text, 0, "accounts/a"), (report.Speech.Headline, report.Speech.Faults.Count, Assert.Single(report.Violations).Field));
    }

    [Fact]
    public void Of_RetryInfo_SaysWhenToRepeat()
    {
        var report = ErrorReport.Of(
            Refusal(StatusCode.Unavailable, "Redis does not answer.", new ErrorInfo { Domain = "slaplatform", Reason = "DEPENDENCY_UNAVAILABLE" }, new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) }), Catalog, TypedNames.Of("plans"));
        Assert.Contains("after 2 s", report.Remedy, StringComparison.Ordinal);
    }

    private static RpcException Refusal(StatusCode code, string message, params Google.Protobuf.IMessage[] details) =>
        new Status { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } }.ToRpcException();
}
