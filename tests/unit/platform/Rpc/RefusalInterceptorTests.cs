using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Platform.Tests.Rpc;

public sealed class RefusalInterceptorTests
{
    private static readonly RefusalException Refusal = Refusals.StaleEtag("tickets/1", "7");

    private readonly RefusalInterceptor _interceptor = new(new FailureStatuses([], NullLogger<FailureStatuses>.Instance));
    private readonly EmptyCallContext _call = new();

    [Fact]
    public Task UnaryServerHandler_Refused_EndsWithDetails() =>
        AssertRefusedAsync(() => _interceptor.UnaryServerHandler<string, string>("", _call, static (_, _) => throw Refusal));

    [Fact]
    public Task ClientStreamingServerHandler_Refused_EndsWithDetails() =>
        AssertRefusedAsync(() => _interceptor.ClientStreamingServerHandler<string, string>(null!, _call, static (_, _) => throw Refusal));

    [Fact]
    public Task ServerStreamingServerHandler_Refused_EndsWithDetails() =>
        AssertRefusedAsync(() => _interceptor.ServerStreamingServerHandler<string, string>("", null!, _call, static (_, _, _) => throw Refusal));

    [Fact]
    public Task DuplexStreamingServerHandler_Refused_EndsWithDetails() =>
        AssertRefusedAsync(() => _interceptor.DuplexStreamingServerHandler<string, string>(null!, null!, _call, static (_, _, _) => throw Refusal));

    private static async Task AssertRefusedAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);

        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
        Assert.Equal("STALE_ETAG", failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }
}
