using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Health.V1;
using SlaPlatform.ServiceDefaults.Clients;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Clients;

public sealed class DefaultDeadlineInterceptorTests
{
    private static readonly Method<HealthCheckRequest, HealthCheckResponse> s_method = new(
        MethodType.Unary,
        "service",
        "method",
        Marshallers.Create(static _ => [], static (byte[] _) => new HealthCheckRequest()),
        Marshallers.Create(static _ => [], static (byte[] _) => new HealthCheckResponse()));

    [Fact]
    public void BlockingUnaryCall_NoDeadline_GetsTheDefault()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        var deadline = DeadlineSeenBehind(new CallOptions());

        Assert.InRange(deadline!.Value, before.AddSeconds(5), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
    }

    [Fact]
    public void BlockingUnaryCall_OwnDeadline_KeepsIt()
    {
        var own = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(own, DeadlineSeenBehind(new CallOptions(deadline: own)));
    }

    private static DateTime? DeadlineSeenBehind(CallOptions options)
    {
        DateTime? seen = null;
        new DefaultDeadlineInterceptor(TimeSpan.FromSeconds(5)).BlockingUnaryCall(
            new HealthCheckRequest(),
            new ClientInterceptorContext<HealthCheckRequest, HealthCheckResponse>(s_method, null, options),
            (_, context) =>
            {
                seen = context.Options.Deadline;
                return new HealthCheckResponse();
            });
        return seen;
    }
}
