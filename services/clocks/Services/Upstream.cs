using Grpc.Core;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Clocks.Services;

/// <summary>Calls of the other services: one that does not answer is named in the refusal; what it refuses is passed on as it is.</summary>
internal static class Upstream
{
    /// <summary>When trying again makes sense.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public static async Task<T> Ask<T>(string service, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && e.GetErrorInfo() is null)
        {
            throw Refusals.Unavailable(service, RetryAfter);
        }
    }
}
