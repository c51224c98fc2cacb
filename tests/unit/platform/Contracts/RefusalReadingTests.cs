using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using Status = Google.Rpc.Status;

namespace SlaPlatform.Platform.Tests.Contracts;

public sealed class RefusalReadingTests
{
    [Theory]
    [InlineData("slaplatform", "PLAN_NOT_FOUND", ErrorReason.PlanNotFound)]
    [InlineData("slaplatform", "OF_A_LATER_VERSION", ErrorReason.Unspecified)]
    [InlineData("example.com", "PLAN_NOT_FOUND", ErrorReason.Unspecified)]
    public void GetReason_OfInfo_IsOursAlone(string domain, string name, ErrorReason reason) => Assert.Equal(reason, new Status
    {
        Code = (int)StatusCode.NotFound,
        Details = { Any.Pack(new ErrorInfo { Domain = domain, Reason = name }) },
    }.ToRpcException().GetReason());

    [Fact]
    public void GetErrorInfo_WithoutDetails_IsNone() => Assert.Null(new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "Nobody is there.")).GetErrorInfo());
}
