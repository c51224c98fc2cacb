using Grpc.Core;
using Grpc.Health.V1;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Support;

/// <summary>Fails its first calls with a given status, and remembers what it was asked.</summary>
internal sealed class FlakyHealth(StatusCode failure, int failures) : Health.HealthBase
{
    internal int Calls { get; private set; }

    internal DateTime Deadline { get; private set; }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        Deadline = context.Deadline;
        return ++Calls <= failures
            ? throw new RpcException(new Status(failure, "flaky"))
            : Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
    }
}
