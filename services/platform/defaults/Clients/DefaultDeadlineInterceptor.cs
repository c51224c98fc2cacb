using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SlaPlatform.ServiceDefaults.Clients;

/// <summary>Gives unary calls a deadline where the caller gave none, so that nothing waits for ever on a silent peer.</summary>
internal sealed class DefaultDeadlineInterceptor(TimeSpan deadline) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        => continuation(request, WithDeadline(context));

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        => continuation(request, WithDeadline(context));

    // The transport compares deadlines with the machine's clock, so a host that runs on another TimeProvider must not be asked here.
    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
        => context.Options.Deadline is not null
            ? context
            : new(context.Method, context.Host, context.Options.WithDeadline((TimeProvider.System.GetUtcNow() + deadline).UtcDateTime));
}
