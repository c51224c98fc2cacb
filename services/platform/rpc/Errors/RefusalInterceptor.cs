using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SlaPlatform.Rpc.Errors;

/// <summary>Ends failed calls of every kind with the status that <see cref="FailureStatuses"/> decides; the only maker of an <see cref="RpcException"/>.</summary>
internal sealed class RefusalInterceptor(FailureStatuses statuses) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception failure)
        {
            throw Ended(failure, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(new ReadableStream<TRequest>(requestStream), context);
        }
        catch (Exception failure)
        {
            throw Ended(failure, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception failure)
        {
            throw Ended(failure, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(new ReadableStream<TRequest>(requestStream), responseStream, context);
        }
        catch (Exception failure)
        {
            throw Ended(failure, context);
        }
    }

    private RpcException Ended(Exception failure, ServerCallContext context) =>
        statuses.Of(failure, context.Method, context.CancellationToken).ToRpcException();
}
