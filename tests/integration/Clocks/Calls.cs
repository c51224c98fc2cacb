using Grpc.Core;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Answers of fake clients, and calls that outlast an outage.</summary>
internal static class Calls
{
    public static AsyncUnaryCall<T> Answer<T>(Func<T> answer) => Answer(null, answer);

    /// <summary>An answer that is given when what holds it is released.</summary>
    public static AsyncUnaryCall<T> Answer<T>(HeldCall? held, Func<T> answer)
    {
        var task = Task.Run(async () =>
        {
            await (held?.Wait() ?? Task.CompletedTask);
            return answer();
        });
        return new AsyncUnaryCall<T>(task, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    /// <summary>Calls again while the service is unavailable.</summary>
    public static async Task<T> UntilAnswered<T>(Func<AsyncUnaryCall<T>> call, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
