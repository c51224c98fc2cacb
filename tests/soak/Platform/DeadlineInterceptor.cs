using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SlaPlatform.Soak.Platform;

/// <summary>Gives every unary call a deadline: a process that is stopped in the middle of a call never answers.</summary>
internal sealed class DeadlineInterceptor(TimeProvider clock) : Interceptor
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var options = context.Options.WithDeadline((clock.GetUtcNow() + Limit).UtcDateTime);
        return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
    }
}
